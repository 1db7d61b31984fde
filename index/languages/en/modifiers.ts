/** English wordings that qualify a number, with what they say of the true value. */
import type { Modifiers } from '../pack.ts'

export const MODIFIERS: Modifiers = {
  before: {
    '≥': 'at least|at least or equal to|greater than or equal to|more than or equal to|equal to or more than|equal to or greater than|equal or greater than|bigger or equal than|higher or equal than|greater or equal than|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|minimum of|upwards of|from at least|≥|> =',
    '>':
      'more than|over|above|greater than|larger than|higher than|in excess of|exceeding|exceeds|exceeded|beyond|bigger than|exceed|surpass|surpasses|well over|just over|well above|' +
      'slightly more than|slightly over|just above|far more than|much more than|surpassing|surpassed|older than|longer than|>|upward of|only over',
    '~':
      'about|around|approximately|approx|approx .|roughly|some|nearly|almost|estimated|estimated at|estimated to be|close to|circa|ca .|' +
      'on average|in the region of|somewhere around|only some|just about|an estimated total of|around about|' +
      'in the order of|~|≈|claimed to be|nearly about|well nigh|virtually|just under|just shy of|near to|thought to be|believed to be',
    '≤': 'at most|less than or equal to|smaller than or equal to|fewer than or equal to|equal to or less than|equal or less than|smaller or equal than|less or equal than|lower or equal than|no more than|no greater than|no larger than|not more than|up to|as many as|as much as|as high as|a maximum of|maximum|maximum of|at maximum|does not exceed|not exceeding|do not exceed|did not exceed|≤|to up to',
    '<': 'less than|fewer than|under|below|lower than|smaller than|younger than|shorter than|not quite|<|well under|well below|slightly less than|slightly under',
    '=': 'exactly|precisely|a total of|total of|a combined|a peak of|peak of|a record|only|just|equal to|a combined total of|between|anywhere between|an average of|average of|averaging|an average',
  },
  after: {
    '≥': 'or more|or more than|and more|or over|or above|or higher|or greater|at least|and above|and over|and more|or older|at a minimum|+',
    '>': '',
    '~': 'or so|on average|approximately',
    '≤': 'or less|or fewer|or under|or below|at most|at the most|and under|and below|or younger|or lower',
    '<': '',
    '=': '',
  },
}
