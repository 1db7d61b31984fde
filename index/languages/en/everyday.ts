/** English words of every day: which are used for one another, and which say next to nothing. */
import type { Everyday } from '../pack.ts'

export const EVERYDAY: Everyday = {
  alike: `
  hurt injured wounded injuries injury|border frontier boundary|inquiry investigation probe investigated investigate investigating
  murder killing killed kill murdered slain slaying death deaths|dead died die deaths fatalities killed casualties death perished
  baby babies infant infants newborn newborns|child children kids minors youngsters|woman women female|man men male
  soldier soldiers troops servicemen fighters forces military army|force forces army troops|rebel rebels insurgents militants fighters jihadists jihadi
  attack attacks assault raid strike offensive attacked assaulted raided|destroy destroyed destruction ruined wrecked demolished
  say says said tell told state stated declare declared announce announced|report reports document account summary
  money funds funding cash finance financing|aid assistance help relief humanitarian support|shortage lack shortfall gap deficit
  increase increased rise rose risen grow grew grown climb climbed jump jumped higher surge|decrease decreased fall fell drop dropped decline declined lower down reduce reduced
  start started begin began begun launch launched open opened opening commence commenced|end ended finish finished stop stopped conclude concluded cease ceased
  build built construct constructed construction|buy bought purchase purchased acquire acquired|sell sold sale export exported exporting
  house houses home homes dwelling dwellings residence|school schools classroom education|hospital hospitals clinic clinics facility facilities centre center
  doctor doctors physician physicians medic medics|nurse nurses|ill sick illness disease fallen infected infection contracted|case cases patient patients infection infections
  treat treated cared care looked treatment|vaccinate vaccinated vaccination immunised immunized immunisation inoculated doses
  storm hurricane cyclone typhoon|flood floods flooding inundation flooded|drought dry|earthquake quake tremor
  food meals rations nutrition|water drinking|crop crops harvest plantations|livestock animals herds cattle|farmer farmers growers
  flee fled escape escaped left displaced leave|return returned returning back|arrive arrived arrival reach reached came come arrivals
  refugee refugees displaced|camp camps site sites settlement shelter shelters|shelter shelters housing accommodation
  government authorities state cabinet administration rulers|minister ministry|president head leader|chief head director leader boss
  police officers|judge judges court tribunal|sentence sentenced jailed imprisoned prison detention|arrest arrested detained detain seized custody
  law laws legislation act bill|rule rules ruling decision decided decide|agree agreed accept accepted approve approved consent
  refuse refused reject rejected decline declined turned|allow allowed permit permitted authorise authorised let|ban banned forbid forbidden prohibit prohibited barred
  vote votes voted ballot election elections poll polls|elect elected chosen choose chose|party parties
  meeting meet met talks session summit|talks negotiations dialogue|deal agreement accord pact treaty contract|contract contracts hired engaged employ employed employment
  company firm business corporation|worker workers staff personnel employees employee team|job jobs work employment
  year years annual annually yearly|month months monthly|week weeks weekly|day days daily|quarter quarterly three-month
  town city village locality municipality|region area province district zone governorate|country nation state|north northern|south southern|east eastern|west western
  group groups organisation organization body|number figure total toll|half|third|double doubled twice twofold|triple tripled threefold treble trebled
  big large huge vast major|small little minor tiny|new recent recently lately newly|old former previous|several many numerous
  need needs require required requirement|receive received get got obtained given|give gave given provide provided deliver delivered supply supplied distribute distributed distribution hand handed
  take took taken|keep kept hold held retain|show shows showed reveal revealed find finds found finding indicate indicated|think thought believe believed suspect suspected suspicion
  use used using employ|put place placed|make made|go went gone travel travelled traveled|send sent dispatch dispatched deployed deploy deployment
  withdraw withdrew withdrawn withdrawal pull pulled leave left|help helped assist assisted support supported backing back backed
  threat threats threaten threatened menace|warn warned warning alert|danger dangerous risk risks risky unsafe|safe safety secure security
  rape raped rapes|torture tortured mistreatment|abuse abuses abused violation violations|crime crimes offence offences
  weapon weapons arms guns|bomb bombs bombing explosive explosives|plane aircraft jet planes|ship vessel boat ships
  road roads highway route|bridge bridges|power electricity energy|oil petroleum crude|gas
  price prices cost costs|tax taxes levy|budget spending expenditure|debt debts
  quick quickly rapid rapidly fast swift|slow slowly|often frequent frequently regularly|rare rarely seldom
  near close nearby|around about|among including include included amongst|because due since|despite although though
  confirm confirmed verify verified|deny denied|answer answered respond responded reply replied response|ask asked request requested question questions
  complain complained complaint|criticise criticised criticize criticized condemn condemned|call called urge urged appeal appealed demand demanded
  mandate mission peacekeepers peacekeeping|sanction sanctions embargo|ceasefire truce|war conflict fighting hostilities
  evidence proof|cause caused|result results outcome|plan plans planned|programme program project scheme
  teach teacher teaching|student students pupils pupil|study studies research|researcher researchers scientist scientists
  birth births born delivery deliveries|pregnant pregnancy|stillbirths stillbirth fetal|miscarriage miscarriages|premature early
  surgery operation operations surgeries surgical obstetric|medicine medicines drugs medication|kit kits|stock stocks stockpile pre-positioned prepositioned
  rich wealthy|poor poverty|bury burial buried burials funeral|drown drowned|crash crashed|fire fires blaze
  upgrade upgraded raised moved|scale level|top highest most|bottom lowest least|remain remained stay stayed|continue continued went
  try tried attempt attempted sought seek|manage managed succeed|fail failed|force forced compel compelled|forcibly force`,
  little:
    'say says said tell tells told state states stated write writes wrote note notes noted report reports reported add adds added according announce announced declare declared explain explained put puts set go goes went gone come comes came get gets got make makes made take takes took taken give gives given way thing things figure number part well also even among amongst since however meanwhile still yet already soon then lately recently far itself himself one ones another other others case time times it its toll listed show shows showed stand stands stood reach reached all every each any both whole entire several many group groups including include includes included people person persons total about around nearly almost some roughly approximately exactly only just',
}
