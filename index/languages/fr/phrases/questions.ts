/** French questions by what they ask for. */
import type { Phrases } from '../../phrase-names.ts'

export const QUESTIONS: Phrases['questions'] = {
  age: String.raw`\bquel âge\b`,
  duration: String.raw`\bcombien (?:de temps|d['’](?:années|heures)|de (?:jours|mois|semaines|minutes))\b|\bdepuis (?:quand|combien)\b|\bquelle (?:est |était |fut )?(?:la )?durée\b`,
  share: String.raw`\bquel(?:le)? (?:est |était )?(?:le |la )?(?:pourcentage|proportion|part|taux)\b`,
  money: String.raw`\bcombien (?:coûte|a coûté|d['’]argent)\b|\bquel(?:le)? (?:est |était |fut )?(?:le )?(?:prix|coût|montant|budget|salaire)\b`,
  number: String.raw`\bcombien\b|\bquel(?:le)? (?:est |était |fut |sera )?(?:le |la |l['’])?(?:nombre|population|taille|superficie|surface|hauteur|longueur|largeur|profondeur|distance|vitesse|température|altitude|poids|quantité|score|effectif|capacité|densité)\b|\bquel(?:le)? (?:rang|place|position)\b|(?:^|\s)à quel(?:le)? (?:hauteur|vitesse|distance|profondeur|altitude)\b`,
  date: String.raw`\bquand\b|\bquel(?:le)? (?:est |était |fut )?(?:la |le |l['’])?(?:années?|dates?|jour|mois|siècles?|époque|période|heure)\b`,
  place: String.raw`(?:^|[\s,])où(?!\p{L})|\bquel(?:le)?s? (?:est |était |sont )?(?:le |la |les |l['’])?(?:pays|villes?|régions?|endroit|lieux?|continent|villages?|départements?|provinces?|îles?|capitale|quartier|fleuve|rivière|adresse)\b`,
  reason: String.raw`\bpourquoi\b|\bquel(?:le)?s? (?:est |était |fut |sont )?(?:la |les |l['’])?(?:principale )?(?:raisons?|causes?)\b|\bqu['’]est[- ]ce qui (?:a )?(?:caus|provoqu|expliqu)`,
  definition: String.raw`^qu['’]est[- ]ce (?:que? (?:c['’]est )?(?:que? )?|qu['’])(?:l[ae'’] ?|les? |une? |des )?\S+(?: \S+){0,2}(?: \??)?$|\bque (?:signifient?|veut dire|désigne)\b|\bque veut dire\b|^qui (?:est|était|sont|fut) (?!l[ae'’]|les |une? )\S+(?: \S+){0,3}(?: \??)?$`,
  statement: String.raw`\bqu['’](?:a|ont)[ -].* (?:dit|déclaré|affirmé)\b|\bque (?:dit|disent|pense|déclare|affirme|pensent)\b`,
  organisation: String.raw`\bquel(?:le)?s? (?:est |était |sont )?(?:le |la |l['’]|les )?(?:entreprises?|sociétés?|organisations?|organisme|équipes?|partis?|groupes?|université|école|association|journal|club|chaîne|institution)\b`,
  person: String.raw`^(?:\S+ )?qui\b|\b(?:à|de|par|avec|pour|chez|contre|envers|sur) qui\b|\bqui (?:est|a|fut|était|sont|ont)(?:-ce)?\b(?=.*\?)(?<!est[- ]ce qui (?:est|a|fut|était|sont|ont))|\bquel(?:le)?s? (?:est |était |fut |sont )?(?:le |la |l['’]|les )?(?:nom|noms|homme|femme|roi|reine|auteur|personne|président|joueur|acteur|réalisateur|chanteur|artiste|écrivain|empereur|ministre|général|personnage|personnalité)s?\b|\bcomment s['’]appel`,
  yesNo: String.raw`^est-ce\b|^(?:\S+-)?(?:a|est|sont|ont|était)-(?:t-)?(?:il|elle|ils|elles|on)\b`,
  manner: String.raw`^comment\b|\bde quelle (?:manière|façon)\b|\bpar quel moyen\b`,
  focus: "combien d(?:e|['’])|combien|quel(?:le)?s?",
  focusLinks: 'est|sont|etait',
  newest: 'plus r[ée]cent(?:e|s|es)?',
  latest:
    "dernier(?:e|s|es)?|derni[eè]res?|plus r[ée]cent(?:e|s|es)?|r[ée]cemment|actuel(?:le|lement)?|aujourd['’]hui|maintenant",
  /** Of other languages, before a name: "El Salvador"; folded. */
  peoples:
    'pays-bas neerlandais hollandais|inde indien indienne|grece grec grecque|myanmar birmanie birman',
  articlesOfNames: 'el|los|las|al|il|lo|gli',
  asking: 'combien|quand|pourquoi|comment|dire|dis|donne|montre|svp|merci|bonjour|peux|peut',
}
