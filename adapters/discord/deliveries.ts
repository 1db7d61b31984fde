/** What the gateway delivers, as far as it must be known before anything is done with it. */
import type { APIInteraction } from 'discord-api-types/v10'
import * as z from 'zod'
import type { DiscordMessage } from './seams.ts'

const Message = z.looseObject({
  id: z.string(),
  channel_id: z.string(),
  content: z.string(),
  author: z.looseObject({ id: z.string() }),
  mentions: z.array(z.looseObject({ id: z.string() })),
})

const Interaction = z.looseObject({
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  type: z.int().min(2).max(5),
  data: z.looseObject({}),
})

/** The rest is as Discord describes it. */
export const isMessage = (data: unknown): data is DiscordMessage => Message.safeParse(data).success

export const isInteraction = (data: unknown): data is APIInteraction =>
  Interaction.safeParse(data).success

/** Ids of messages that were deleted, one or many. */
export const Removed = z
  .union([z.object({ ids: z.array(z.string()) }), z.object({ id: z.string() })])
  .transform((removed) => ('ids' in removed ? removed.ids : [removed.id]))

/** Channels and threads that a delivery tells of. */
export const Told = z.object({
  channels: z.array(z.unknown()).optional(),
  threads: z.array(z.unknown()).optional(),
})
