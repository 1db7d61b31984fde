/** What goes wrong, as RFC 9457 has it: one shape, told by its status and code. */
import * as z from 'zod'
import type { Reply } from '../../../src/reply.ts'
import type { Asked } from '../site.ts'
import { statusOf } from '../pages/status.ts'

export const Problem = z.object({
  /** Of no more meaning than its status. */
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  /** For a person: what went wrong and what to do. */
  detail: z.string(),
  /** Stays the same from version to version. */
  code: z.string(),
  /** What of the request is wrong, part by part. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const
export type ProblemStatus = keyof typeof TITLES

export const problemOf = (
  status: ProblemStatus,
  code: string,
  detail: string,
  errors?: Problem['errors'],
): Problem => ({
  type: 'about:blank',
  title: TITLES[status],
  status,
  detail,
  code,
  ...(errors !== undefined && { errors }),
})

export function problem(
  c: Asked,
  status: ProblemStatus,
  code: string,
  detail: string,
  errors?: Problem['errors'],
): Response {
  const body = problemOf(status, code, detail, errors)
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

export function failedProblem(c: Asked, reply: Extract<Reply, { kind: 'failed' }>): Response {
  const status = statusOf(reply)
  return problem(c, status === 200 ? 500 : status, reply.code, reply.message)
}

export function invalid(c: Asked, { issues }: z.ZodError): Response {
  const errors = issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  const first = errors[0]
  const what = first === undefined ? '' : ` ${first.path}: ${first.message}.`
  return problem(c, 400, 'usage', `The request is not as /api/openapi.json has it.${what}`, errors)
}

/** Whether programs ask, which are told in JSON. */
export const isForPrograms = (path: string): boolean => /^\/(?:api|mcp)(?:\/|$)/u.test(path)

/** A refusal as whoever asks reads it. */
export const refuse = (c: Asked, status: ProblemStatus, code: string, detail: string): Response =>
  isForPrograms(c.req.path) ? problem(c, status, code, detail) : c.text(`${detail}\n`, status)
