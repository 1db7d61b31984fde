/** The chat platforms there are. */
import type { Platform } from '../src/platform.ts'
import { discord } from './discord/platform.ts'
import { mail } from './mail/platform.ts'
import { slack } from './slack/platform.ts'
import { web } from './web/platform.ts'
import { webhook } from './webhook/platform.ts'

export const PLATFORMS: readonly Platform[] = [slack, discord, mail, webhook, web]
