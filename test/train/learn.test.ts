import { expect, it } from 'vitest'
import { CONFIDENCE_FEATURES } from '../../src/ask/confidence.ts'
import { AT } from '../../src/ask/features/names.ts'
import { EVIDENCE } from '../../src/figures/evidence.ts'
import { FEATURES } from '../../src/ask/features/features.ts'
import { encodeScorer } from '../../src/ask/model.ts'
import { predict } from '../../src/ask/trees.ts'
import { boost, type Table } from './boost.ts'
import type { Example } from './examples.ts'
import { learn } from './learn.ts'
import { fit, isFirst } from './look-ups.ts'
import { seeded } from './random.ts'
import type { Request } from './requests.ts'
import { calibrationError } from './report.ts'
import { keywords, misspelt, variantOf } from './variants.ts'

const OPTIONS = {
  trees: 20,
  depth: 2,
  rate: 0.3,
  penalty: 1,
  least: 1,
  gain: 0,
  features: 1,
  groups: 1,
  seed: 1,
}

/** Ones where exactly one of two values is high: no weight alone can tell. */
function either(): { table: Table; wanted: Float64Array } {
  const random = seeded(3)
  const values = Float32Array.from({ length: 400 }, () => random())
  const wanted = new Float64Array(200).map((_, row) => {
    const high = [values[2 * row] ?? 0, values[2 * row + 1] ?? 0].filter((value) => value > 0.5)
    return high.length === 1 ? 1 : 0
  })
  const groups = Int32Array.from({ length: 201 }, (_, at) => at)
  return { table: { rows: 200, width: 2, values, groups }, wanted }
}

it('fits trees to what depends on two values together', () => {
  const { table, wanted } = either()
  const scores = new Float64Array(200)
  const trees = boost(
    table,
    (now, slopes, curves) => {
      for (let row = 0; row < now.length; row++) {
        slopes[row] = (now[row] ?? 0) - (wanted[row] ?? 0)
        curves[row] = 1
      }
    },
    scores,
    { ...OPTIONS, trees: 60 },
  )
  const wrong = scores.filter((score, row) => score > 0.5 !== (wanted[row] === 1))
  expect(wrong.length).toBeLessThan(10)
  const scorer = { bias: 0, weights: new Float64Array(2), trees }
  const row = Float64Array.from(table.values.subarray(0, 2))
  expect(predict(scorer, row)).toBeCloseTo(scores[0] ?? 0)
})

/** Questions of three sentences each; the right one has more of the question, but of some it is denied. */
function examples(): Example[] {
  const random = seeded(5)
  return Array.from({ length: 120 }, (_, at): Example => {
    const present = at % 2 === 0
    const answerable = !present || Math.floor(at / 12) % 3 > 0
    const right = Math.floor(random() * 3)
    const features = new Float32Array(3 * FEATURES.length)
    for (let row = 0; row < 3; row++) {
      features[row * FEATURES.length + AT['coverage']] =
        random() * 0.4 + (present && row === right ? 0.5 : 0)
      features[row * FEATURES.length + AT['negation-missing']] = answerable ? 0 : 1
    }
    return {
      set: 'own',
      article: `own/${at % 12}`,
      heldOut: at % 12 > 9,
      present,
      answerable,
      variant: false,
      question: {
        kind: 'other',
        unseen: 1,
        units: [{ idf: 1, name: false, known: true, alternatives: [] }],
      },
      features,
      right: Uint8Array.from([0, 1, 2], (row) => (present && answerable && row === right ? 1 : 0)),
      passages: [1, 2, 3].map((id) => ({ id, document: { id: `document ${id}` } })),
    }
  })
}

it('learns what tells right from wrong, the same each time', () => {
  const once = learn(examples(), () => {})
  const again = learn(examples(), () => {})
  const written = [once, again].map(({ model }) =>
    JSON.stringify([
      encodeScorer(model.rank, FEATURES),
      encodeScorer(model.confidence, CONFIDENCE_FEATURES),
    ]),
  )
  expect(written[0]).toBe(written[1])
  const there = once.heldOut.filter(({ present, answerable }) => present && answerable)
  expect(there.filter(({ first }) => first).length / there.length).toBeGreaterThan(0.9)
  const unanswerable = once.heldOut.filter(({ answerable }) => !answerable)
  expect(unanswerable.length).toBeGreaterThan(0)
  for (const { sure } of unanswerable) expect(sure).toBeLessThan(0.3)
  expect(once.folds).toHaveLength(100)
}, 60_000)

it('measures how far confidence is from what happens', () => {
  const outcome = { set: 'own', present: true, answerable: true, three: true }
  const sure = [0.75, 0.75, 0.75, 0.75].map((one, at) => ({ ...outcome, sure: one, first: at > 0 }))
  expect(calibrationError(sure)).toBe(0)
  expect(calibrationError(sure.slice(1))).toBeCloseTo(0.25)
})

it('makes variants as people type, the same each time', () => {
  expect(keywords('How many boats were sent to Tarwell?')).toBe('many boats sent tarwell')
  expect(misspelt('Why was the bridge closed?', seeded(1))).not.toBe('Why was the bridge closed?')
  expect(misspelt('Why so?', seeded(1))).toBe('Why so?')
  const made = Array.from({ length: 40 }, (_, at) => variantOf('Who built the bridge?', `q${at}`))
  expect(made).toContain('built bridge')
  expect(made).toContain(undefined)
  expect(variantOf('Who built the bridge?', 'q7')).toBe(made[7])
})

it('learns which figure of a report was asked for', () => {
  const random = seeded(6)
  const requests = Array.from({ length: 80 }, (_, at): Request => {
    const meant = Math.floor(random() * 4)
    const rows = [0, 1, 2, 3].map((row) => {
      const right = row === meant
      const evidence = Float64Array.from(EVIDENCE, (name) =>
        name === 'near' ? random() * 0.3 + (right ? 0.4 : 0) : random(),
      )
      return { evidence, right }
    })
    return { report: `report ${at % 8}`, heldOut: false, rows }
  })
  const scorer = fit(requests.slice(0, 60))
  const unseen = requests.slice(60)
  const first = unseen.filter((request) => isFirst(scorer, request))
  expect(first.length / unseen.length).toBeGreaterThan(0.8)
})
