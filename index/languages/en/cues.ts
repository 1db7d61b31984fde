/** English verbs and wordings that say who says so, with the stance they take. */
import type { Cues, Stance } from '../pack.ts'

/** Regular verbs by their base; their other forms are made from it. */
const REGULAR: Readonly<Record<Stance, string>> = {
  said: `
    report state note add confirm announce estimate indicate explain warn conclude declare believe observe
    acknowledge document record reveal suggest predict tweet testify recall describe mention argue cite agree
    call urge ask insist stress emphasize respond reply pledge promise want expect hope vow blame praise
    criticize condemn demand propose plan support question fear accuse attribute verify assess calculate
    underline highlight point recommend continue worry decide offer oppose prefer joke quip lament remark
    comment signal disclose complain caution speculate project count tally list publish release rate hail
    defend endorse discuss discourage encourage invite attack blast slam mock denounce decry favor back
    advocate concede admit imply infer hint interpret recognize recommend advise assure inform notify remind
    express reiterate repeat clarify address raise echo applaud welcome celebrate commit threaten invoke
    ridicule tout promote push seem consider view regard wonder guess imagine suspect realize discover learn
    determine judge rule order authorize allow approve intend aim hope desire like love hate shout yell
    scream whisper chant answer object protest champion likens compare label brand dub term characterize
    refer allude detail outline explore examine analyze survey find read retort counter respond pledge
    petition lobby press implore beg plead thank apologize commend resolve vote concur`,
  claimed: `claim allege assert contend maintain purport boast brag pretend profess`,
  denied: `deny reject refute dismiss refuse decline disavow repudiate`,
  disputed: `dispute contest challenge doubt contradict disagree`,
}

const IRREGULAR = `
  say says said saying tell tells told telling show shows showed shown showing find finds found finding write writes
  wrote written writing think thinks thought thinking know knows knew knowing feel feels felt put forecast forecasts
  seek seeks sought understand understands understood mean means meant hear heard see saw sees forbid forbade
  swear swore sing sings sang speak speaks spoke`

/** state, states, stated, stating; deny, denies, denied, denying; admit, admits, admitted, admitting. */
function inflected(base: string): readonly string[] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  const soft = /[^aeiou]y$/u.test(base) ? base.slice(0, -1) : undefined
  const doubled = /(?:mit|fer|pel|cur|plan|brag|beg|slam|dub)$/u.test(base)
    ? base + (base.at(-1) ?? '')
    : undefined
  if (soft !== undefined) return [base, `${soft}ies`, `${soft}ied`, `${base}ing`]
  const plural = /(?:s|sh|ch|x|z)$/u.test(base) ? `${base}es` : `${base}s`
  return [base, plural, `${doubled ?? stem}ed`, `${doubled ?? stem}ing`]
}

const formsOf = (bases: string): string =>
  bases
    .split(/\s+/u)
    .flatMap((base) => (base === '' ? [] : inflected(base)))
    .join(' ')

export const CUES: Cues = {
  said: `${formsOf(REGULAR.said)} ${IRREGULAR}`,
  claimed: formsOf(REGULAR.claimed),
  denied: formsOf(REGULAR.denied),
  disputed: formsOf(REGULAR.disputed),
  speech: String.raw`sa(?:id|ys|y)|adds?|added|notes?|noted|explain(?:s|ed)|wr(?:ote|ites)|warn(?:s|ed)|report(?:s|ed)|stat(?:es|ed)|tweeted|recalled|continued|replied|asked|concluded|insisted|argued|claim(?:s|ed)|announced|declared|assure`,
  reports: String.raw`sa(?:y|ys|id|ying)|t(?:ell|ells|old)|report(?:s|ed|ing)?|stat(?:es?|ed|ing)|not(?:es?|ed|ing)|add(?:s|ed|ing)?|confirm(?:s|ed|ing)?|announc(?:es?|ed|ing)|estimat(?:es?|ed|ing)|indicat(?:es?|ed|ing)|explain(?:s|ed)?|warn(?:s|ed|ing)?|conclud(?:es?|ed|ing)|declar(?:es?|ed|ing)|believ(?:es?|ed)|document(?:s|ed|ing)?|record(?:s|ed|ing)?|reveal(?:s|ed|ing)?|show(?:s|ed|n|ing)?|find(?:s|ing)?|found|suggest(?:s|ed|ing)?|predict(?:s|ed)?|forecast(?:s|ed)?|project(?:s|ed)|testif(?:y|ies|ied)|mention(?:s|ed)?|argu(?:es?|ed)|cit(?:es?|ed)|highlight(?:s|ed)?|attribut(?:es?|ed)|verif(?:y|ies|ied)|assess(?:es|ed)|calculat(?:es?|ed)|count(?:s|ed)|tall(?:y|ies|ied)|list(?:s|ed)|publish(?:es|ed)|wr(?:ite|ites|ote)|recall(?:s|ed)|acknowledg(?:es?|ed)|observ(?:es?|ed)|describ(?:es?|ed)|tweeted|disclos(?:es?|ed)|detail(?:s|ed)|accus(?:es?|ed)|blam(?:es?|ed)|underlin(?:es?|ed)|emphasi[sz](?:es?|ed)|stress(?:es|ed)|reiterat(?:es?|ed)|admit(?:s|ted)?|put|estim\p{L}+|confirm\p{L}+|signal\p{L}+|document\p{L}+`,
}
