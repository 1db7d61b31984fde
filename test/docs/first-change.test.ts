/** The reader that CONTRIBUTING.md writes down is one. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import type { Reader } from '../../index/readers/reading.ts'
import { ROOT, textOf } from '../support/docs.ts'
import { folderOf } from '../support/program.ts'

const isReader = (value: unknown): value is Reader => typeof value === 'function'
const Module = z.object({ readSubtitles: z.custom<Reader>(isReader) })

it('reads subtitles by the lines of CONTRIBUTING.md', async () => {
  const [, code = ''] =
    /```ts\n\/\/ index\/readers\/subtitles\.ts\n([^]+?)```/u.exec(textOf('CONTRIBUTING.md')) ?? []
  const { path, remove } = folderOf({})
  const file = join(path, 'subtitles.ts')
  writeFileSync(file, code.replace("'./decoded.ts'", `'${join(ROOT, 'index/readers/decoded.ts')}'`))
  const { readSubtitles } = Module.parse(await import(file))
  const text =
    '1\n00:00:01,000 --> 00:00:04,000\nThe wells are dry.\n\n2\n00:00:05,000 --> 00:00:08,000\nThe river is low,\nand the road is shut.\n'
  const read = await readSubtitles({ name: 'wells.srt', bytes: Buffer.from(text) })
  if ('reason' in read) throw new Error(read.reason)
  const spans = read.readings.flatMap(({ blocks }) => blocks.flatMap((block) => block.spans))
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The wells are dry.',
    'The river is low,\nand the road is shut.',
  ])
  remove()
})
