/** English that questions to start with are made from. */
export const EXAMPLES = {
  counted:
    'people|civilians|women|men|children|persons|soldiers|refugees|villagers|houses|schools|patients',
  were: 'were|had been|was|have been',
  happened:
    'killed|displaced|arrested|treated|executed|recruited|injured|trained|detained|abducted|destroyed',
  inPlaces: '[Ii]n|[Aa]t',
  /** Between one of these and a place. */
  article: 'the',
  is: 'is|was',
  /** Before what somebody is. */
  articles: 'the|an?',
  roles: String.raw`president|director|chair\p{L}*|minister|researcher|reporter|leader|head|mayor|spokes\p{L}+|expert|professor|secretary|envoy|ambassador|commander|colonel|general`,
} as const
