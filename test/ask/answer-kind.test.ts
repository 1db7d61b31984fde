import { expect, it } from 'vitest'
import { answerKind, formsOf, KINDS } from '../../src/ask/answer-kind.ts'

it.each([
  ['How many boats were sent?', 'number'],
  ['Combien de bateaux sont partis ?', 'number'],
  ['Quelle est la hauteur du barrage ?', 'number'],
  ['Quelle place la ville occupe-t-elle ?', 'number'],
  ['What rank does the town have?', 'number'],
  ['How much did the repair cost?', 'money'],
  ['Quel est le prix du pain ?', 'money'],
  ['What percentage of the goats were lost?', 'share'],
  ['How long was the bridge closed?', 'duration'],
  ['How many weeks did the bakers give away bread?', 'duration'],
  ['Combien de temps le pont est-il resté fermé ?', 'duration'],
  ['How old is the mayor?', 'age'],
  ['When will the dam be finished?', 'date'],
  ['En quelle année le barrage fut-il construit ?', 'date'],
  ['Where is the lower pasture?', 'place'],
  ['Où se trouve le pont ?', 'place'],
  ['Which village lost its bridge?', 'place'],
  ['Who is the mayor of Tarwell?', 'person'],
  ['Avec qui le maire a-t-il parlé ?', 'person'],
  ['Quel est le nom du boulanger ?', 'person'],
  ['Which company built the dam?', 'organisation'],
  ['Why was the bridge closed?', 'reason'],
  ['Pour quelle raison, ou pourquoi, fermer le pont ?', 'reason'],
  ['What does VRF stand for?', 'definition'],
  ['Who is Ada Lindqvist?', 'definition'],
  ['Qui est Ada Lindqvist ?', 'definition'],
  ['What did the mayor say about the dam?', 'statement'],
  ['Did the bakers give bread away?', 'yes-no'],
  ['How was the dam repaired?', 'manner'],
  ['Comment le barrage a-t-il été réparé ?', 'manner'],
  ['boats Tarwell', 'other'],
] as const)('%s asks for a kind: %s', (question, kind) => {
  expect(answerKind(question)).toBe(kind)
})

it.each([
  ['number', 'It sent 60 boats and twelve carts.', ['60', 'twelve']],
  ['number', 'Table 1, of 27 March 2025, shows them on page 3.', []],
  ['number', 'It is one of the valley’s most renowned boats; one of them sank.', ['one']],
  ['number', 'Le 1er mars, 40 bateaux sont partis.', ['40']],
  ['money', 'The repair costs $4.5 million.', ['$4']],
  ['share', 'A loss of 12 % of the herd.', ['12 %']],
  ['duration', 'It stayed shut for six weeks.', ['six weeks']],
  ['date', 'It ends in March 2025.', ['March', '2025']],
  ['person', 'She met Ada Lindqvist there.', ['Ada Lindqvist']],
  ['reason', 'It closed because a pillar cracked.', ['because']],
] as const)('finds what is of the kind %s in “%s”', (kind, text, found) => {
  expect(formsOf(kind, text)?.map(({ start, end }) => text.slice(start, end))).toEqual(found)
})

it('has forms for some kinds only', () => {
  expect(KINDS.filter((kind) => formsOf(kind, '') === undefined)).toEqual([
    'definition',
    'yes-no',
    'other',
  ])
})
