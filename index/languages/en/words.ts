/** English words by class. */
import type { WordClasses } from '../pack.ts'

export const ENGLISH: WordClasses = {
  prepositions: `
    in of on at by for from to with within without among amongst across into onto over under between during
    since until till through throughout per via against about after before behind below above near along
    around despite including excluding like than upon as toward towards outside inside beyond off up down
    amid unlike versus vs regarding concerning following besides except`,
  determiners: `
    the a an this that these those its their his her our your my any each every all both some no another
    such several many few most much other others more fewer less half same`,
  pronouns: `
    he she it they we you i who whom which what them him us me themselves himself itself there here where
    when how why whose anyone everyone someone nobody others ours theirs`,
  conjunctions: `and or but nor yet so while whereas although though because if unless & plus whether either
    neither`,
  auxiliaries: `
    is are was were be been being am has have had having do does did can could may might must shall should
    will would cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't
    won't wouldn't n't not`,
  verbs: `
    said say says told tell tells live lives lived fled flee flees left leave leaves went go goes gone came come
    comes took take takes taken made make makes gave give gives given got get gets saw see sees seen found find
    finds held hold holds lost lose loses met meet meets paid pay pays sent send sends spent spend spends
    stood stand stands fell fall falls fallen rose rise rises risen grew grow grows grown began begin begins
    begun became become becomes led lead leads kept keep keeps brought bring brings built build builds bought
    buy buys sold sell sells won win wins wrote write writes written knew know knows known thought think thinks
    felt feel feels ran run runs sat sit sits spoke speak speaks spoken drove drive drives driven ate eat eats
    died die dies dying need needs require requires face faces remain remains receive receives report reports
    suffer suffers rely relies depend depends reside resides work works include includes represent represents
    constitute constitutes account accounts lack lacks want wants attend attends experience experiences
    continue continues struggle struggles await awaits seek seeks sought struck strike hit hits hurt
    show shows shown shot let put set cut cuts sustain sustains comprise comprises range ranges
    total totals amount amounts consider considers agree agrees believe believes enjoy enjoys belong belongs
    tend tends benefit benefits participate participates return returns travel travels cross crosses arrive
    arrives depart departs escape escapes die born bear bears exist exists occur occurs perish perished
    know knows mention mentions state indicate indicates admit admits consume consumes survive survives
    developed expressed witnessed experienced received indicated mentioned admitted used attended stated showed
    started agreed insisted followed claimed decided remained managed wanted tested demonstrates demonstrate
    tried helped allowed continued refused preferred responded visited returned arrived
    host hosts serve serves carry carries sleep slept stay stays`,
  adverbs: `
    only also respectively however still now already recently currently alone together ago later earlier
    today yesterday tomorrow tonight then thus therefore moreover nearly almost about approximately roughly
    just even ever never again once twice often always sometimes too very well away back abroad instead
    overall meanwhile so far further apart daily weekly monthly annually yearly worldwide nationwide
    total altogether combined additionally reportedly allegedly directly previously`,
  months: `
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec`,
  numbered: `
    section sections page pages p pp figure figures fig table tables phase phases round rounds camp camps
    level levels group article articles resolution resolutions chapter chapters annex annexes no nos n°
    number version versions v week weeks mile day grade category categories part parts volume volumes vol
    issue stage step zone block route highway road sector ward cycle area tier type class appendix box map
    graph chart question item note footnote ref line flight room unit cohort season series covid covid-
    paragraph para paragraphs act title title rule amendment bill case docket form law decree order edition
    channel gate track lesson slide photo image views view shares likes comments code id apollo windows
    mig su boeing airbus agenda goal sdg target objective outcome output pillar indicator option scenario
    district region quarter q hour hwy interstate psalm exhibit schedule protocol sars tel phone fax call
    ext sp station site km/h lot plot building bldg suite apt apartment floor century grades column row top`,
  plurals: `
    people persons men women children staff personnel police cattle livestock sheep fish youth youths media
    data feet teeth mice fishermen policemen servicemen clergymen businessmen gunmen militiamen schoolchildren
    infantry troops dead injured wounded missing aircraft offspring poultry lives wives clergy ocha
    foodstuffs girls boys`,
  plain: `
    crisis status virus gas bus access process business illness analysis basis emphasis this is was has us
    news malaria red need-based bed shed speed seed breed feed led sled hundred biased skilled sacred
    percent united previous various serious religious indigenous infectious dangerous numerous press
    loss mass class less across address stress witness progress success congress fitness
    unless tennis diabetes measles series species headquarters homeless heads wireless overseas`,
}
