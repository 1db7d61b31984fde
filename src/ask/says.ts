/** Verbs of saying and "according to", English and French. */
export const SAYS =
  /\b(?:said|says|say|told|stated?|argued?|warn\w*|describ\w*|call(?:ed|s)|report(?:ed|s)|announced|added|explain\w*|noted?|claim\w*|contend\w*|accord\w+ to|dit|déclar\p{L}*|affirm\p{L}*|selon|estim\p{L}*)\b/iu
