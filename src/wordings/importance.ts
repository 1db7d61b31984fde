/** By which words a sentence is told to matter, and a heading to head what matters, by language. */
import type { Language } from '../../index/languages/packs.ts'

/** What a sentence tells of: the more it bears on people, the more it matters. */
export type Matter = 'harm' | 'people' | 'decision' | 'appeal' | 'warning' | 'work'

interface Words {
  /** The whole of a heading under which a report sums itself up. */
  readonly highlights: RegExp
  readonly matters: Readonly<Record<Matter, RegExp>>
}

/** Of a language that has none, nothing is told by its words. */
export const IMPORTANCE: Readonly<Partial<Record<Language, Words>>> = {
  en: {
    highlights:
      /^(?:(?:key|main) (?:messages|points|findings|facts|figures|takeaways|highlights|developments)|highlights|at a glance|in brief|executive summary|summary(?: of .{1,40})?|.{1,30} summary|what you need to know)$/iu,
    matters: {
      harm: /\b(?:killed|kills|dead|died|deaths?|deadly|fatalit(?:y|ies)|casualt(?:y|ies)|victims?|injured|injuries|wounded|missing|massacre[ds]?|executed|drowned|rape[ds]?|tortured?|abducted)\b/iu,
      people:
        /\b(?:displaced|displacement|evacuated|evacuees|affected|homeless|stranded|refugees|in need|food insecure|hunger|famine|malnourished|sheltered|hospitali[sz]ed|infected|(?:confirmed|suspected|new|active) cases?|recover(?:ed|ies)|detained|arrested|without (?:water|power|electricity|food)|destroyed|damaged|flooded)\b/iu,
      decision:
        /\b(?:declared|announced|decided|ordered|adopted|approved|banned|suspended|closed|imposed|agreed|signed|ceasefire|state of emergency|curfew|sanctions|expelled|withdr[ae]w\w{0,4}|activated|launched)\b/iu,
      appeal:
        /\b(?:appeal(?:s|ed)?|requires?|required|needs?|needed|funding|funded|gaps?|shortages?|urgent(?:ly)?)\b|US ?\$|\bUSD\b/iu,
      warning:
        /\b(?:deadline|warn(?:s|ed|ing)?|alert|expected|forecast|at risk|threat\w{0,6}|worsen\w{0,3}|outbreak|epidemic|landfall|landslides?|hurricanes?|cyclones?|storms?|floods?|earthquakes?|drought)\b/iu,
      work: /\b(?:we|our|pre-?position\w{0,3}|deploy\w{2,4}|stocks?|kits?|tarpaulins?|workshops?|train(?:ed|ing|ings)|coordinat\w{2,5}|collaborat\w{2,5}|working (?:with|closely)|meetings?|website|email|contact|funded by|donors?|partners|partnerships?|mapping|monitor(?:s|ed|ing)|support(?:s|ing)|questionnaires?|capacity|mobili[sz]ed|respon(?:d|se|ding)|implement\w{2,5})\b/iu,
    },
  },
  fr: {
    highlights:
      /^(?:faits (?:saillants|marquants)|(?:points|messages|chiffres|faits)[ -](?:saillants|clés|clefs|importants|principaux)|à retenir|ce qu['’]il faut retenir|l['’]essentiel|en bref|résumé(?: .{1,40})?|synthèse|situation en bref)$/iu,
    matters: {
      harm: /\b(?:tué(?:e|s|es)?|morts?|mortes?|décès|décédé(?:e|s|es)?|létalité|victimes?|blessé(?:e|s|es)?|disparu(?:e|s|es)?|massacres?|exécuté(?:e|s|es)?|viols?|violé(?:e|s|es)|enlevé(?:e|s|es)?)(?!\p{L})/iu,
      people:
        /\b(?:déplacé(?:e|s|es)?|évacué(?:e|s|es)?|sinistré(?:e|s|es)?|touché(?:e|s|es)?|affecté(?:e|s|es)?|sans-abri|réfugié(?:e|s|es)?|dans le besoin|famine|malnutrition|hospitalisé(?:e|s|es)?|(?:nouveaux )?cas (?:confirmés?|suspects?|probables?|actifs?)|guéris|détruite?s?|endommagé(?:e|s|es)?|arrêté(?:e|s|es)?|inondé(?:e|s|es)?)(?!\p{L})/iu,
      decision:
        /\b(?:déclaré(?:e|s|es)?|annoncé(?:e|s|es)?|décidé(?:e|s|es)?|ordonné(?:e|s|es)?|adopté(?:e|s|es)?|approuvé(?:e|s|es)?|interdit(?:e|s|es)?|suspendu(?:e|s|es)?|fermé(?:e|s|es)?|imposé(?:e|s|es)?|signé(?:e|s|es)?|cessez-le-feu|état d['’]urgence|couvre-feu|sanctions|expulsé(?:e|s|es)?|lancé(?:e|s|es)?)(?!\p{L})/iu,
      appeal:
        /\b(?:appels?|besoins?|nécessite(?:nt)?|financements?|manques?|pénuries?|urgent(?:e|es|s)?|insuffisan(?:t|te|ce)s?)(?!\p{L})|\bUSD\b/iu,
      warning:
        /\b(?:alertes?|risques?|menaces?|attendu(?:e|s|es)?|prévu(?:e|s|es)?|échéance|aggrav\p{L}{1,6}|flambée|épidémie|ouragans?|cyclones?|tempêtes?|inondations?|séismes?|sécheresse)(?!\p{L})/iu,
      work: /\b(?:nous|notre|nos|prépositionné(?:e|s|es)?|déploiements?|ouverture|stocks?|kits?|bâches?|ateliers?|formations?|formé(?:e|s|es)?|coordination|réunions?|partenaires|contacts? suivis|appui|briefing|séances?|poursuite|renforce\p{L}{1,5}|suivi)(?!\p{L})/iu,
    },
  },
}
