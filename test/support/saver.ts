/** Saves a corpus over and over until it is killed: `node saver.ts PATH`. */
import { saveSnapshot } from '../../index/snapshot/snapshot.ts'
import { corpusOf, VALLEY } from './library.ts'

const path = process.argv[2]
if (path === undefined) throw new Error('give the path to save to')
const corpora = [
  corpusOf(VALLEY),
  corpusOf({ ...VALLEY, 'more.txt': 'The ferry was painted green.' }),
]
process.stdout.write('saving\n')
for (let at = 0; ; at++) {
  const corpus = corpora[at % 2]
  if (corpus !== undefined) await saveSnapshot(path, corpus)
}
