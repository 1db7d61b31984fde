/** Where Discord's messages stand. */
import * as z from 'zod'
import { PostedMessages } from '../../src/delivery/posted.ts'
import type { Posted } from './seams.ts'

export const PostedAt: z.ZodType<Posted> = z.object({ channel: z.string(), id: z.string() })

export const POSTED = new PostedMessages('discord', PostedAt)
