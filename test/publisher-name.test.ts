import { expect, it } from 'vitest'
import { acronymOf } from '../src/publisher-name.ts'

it.each([
  ['Centre des opérations du port « COP »', 'COP'],
  ['Valley Office for the Coordination of Relief (VOCR)', 'VOCR'],
  ['Valley Office for the Coordination of Relief (VOCR), River Watch', 'VOCR and others'],
  ['Centre des opérations du port « COP RDC », la vallée', 'COP RDC and others'],
  ['Valley Office for the Coordination of Relief (in Oss)', undefined],
])('%s is %s in short', (name, expected) => {
  expect(acronymOf(name, 'and others')).toBe(expected)
})
