/** Where a reply's messages stand, and files that are offered for adding, kept in the adapter's memory. */
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import { idOf, PostedMessages } from '../../src/delivery/posted.ts'
import type { Posted } from './seams.ts'

export const PostedAt: z.ZodType<Posted> = z.object({ channel: z.string(), ts: z.string() })

/** Where the messages of a reply stand. */
export const POSTED = new PostedMessages('slack', PostedAt)

const File = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  url: z.string(),
  user: z.string(),
  channel: z.string(),
  workspace: z.string().optional(),
})
/** A file that is offered for adding, and who dropped it where. */
export type OfferedFile = z.infer<typeof File>

export async function rememberFile(file: OfferedFile, memory: Memory): Promise<string> {
  const id = idOf(`${file.channel} ${file.id}`)
  await memory.keep(`slack/offer/${id}`, file)
  return id
}

export const recallFile = async (id: string, memory: Memory): Promise<OfferedFile | undefined> =>
  File.safeParse(await memory.recall(`slack/offer/${id}`)).data
