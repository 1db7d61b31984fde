/** French verbs and wordings that say who says so, with the stance they take. */
import type { Cues } from '../pack.ts'

export const CUES: Cues = {
  said: `
    dit disent déclare déclarent déclaré affirme affirment affirmé indique indiquent indiqué rapporte rapportent
    rapporté annonce annoncent annoncé précise précisent précisé ajoute ajoutent ajouté explique expliquent expliqué
    estime estiment estimé souligne soulignent souligné confirme confirment confirmé note notent noté révèle
    révèlent révélé conclut constate constatent constaté rappelle rappellent rappelé signale signalent signalé
    avertit écrit écrivent recense recensent recensé documente documenté fait_état informe informé évalue évalué
    montre montrent assure assurent assuré publie raconte raconté observe enregistré dénonce dénoncé`,
  claimed: `prétend prétendent prétendu allègue allèguent revendique revendiquent revendiqué soutient soutiennent`,
  denied: `nie nient nié dément démentent démenti rejette rejettent rejeté réfute réfutent`,
  disputed: `conteste contestent contesté doute doutent`,
  speech: String.raw`dit|déclare|déclaré|affirme|affirmé|ajoute|ajouté|explique|expliqué|indique|indiqué|précise|précisé|souligne|souligné|estime|estimé|rapporte|assuré|raconte`,
  reports: String.raw`dit|disent|d[ée]clar\p{L}+|affirm\p{L}+|indiqu\p{L}+|rapport\p{L}+|annonc\p{L}+|précis\p{L}+|ajout\p{L}+|expliqu\p{L}+|soulign\p{L}+|révèl\p{L}+|révélé|conclut|constat\p{L}+|rappel\p{L}+|avertit|écrit|recens\p{L}+|évalu\p{L}+|montr\p{L}+|dénonc\p{L}+`,
}
