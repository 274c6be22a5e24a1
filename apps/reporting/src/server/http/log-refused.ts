import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { SIGN_IN, WITH_CODE } from '../sign-in/sign-in-limit.ts'
import type { Refusal } from './refusal-log.ts'
import { requestId } from './request-id.ts'

/** A check before the route sets the user. */
export interface Variables {
  userId?: string
}

const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 429: 'TOO_MANY_REQUESTS' }

/** Sign-in logs wrong passwords and codes with the account. */
const WITH_OWN_LINE = new Set([SIGN_IN, ...WITH_CODE].map((path) => `/api/auth${path}`))

/** Logs each response with 401, 403 or 429. Procedures log theirs with their name. */
export const logRefused =
  (onRefusal: (refusal: Refusal) => void): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    await next()
    const { status } = c.res
    const code = CODES[status]
    if (code === undefined || (status === 401 && WITH_OWN_LINE.has(c.req.path))) return
    const userId = c.get('userId') ?? null
    const faultCode = await faultCodeOf(c.res)
    onRefusal({ event: 'refused', code, at: pathKind(c.req.path), faultCode, errorId: requestId(), userId })
  }

const faultCode = z.string().max(60)

/** The formats of our refusals: of the sign-in library and the API, of files, and of what precedes a procedure. */
const body = z.union([
  z.object({ code: faultCode }).transform(({ code }) => code),
  z.object({ fault: z.object({ code: faultCode }) }).transform(({ fault }) => fault.code),
  z
    .object({ error: z.object({ json: z.object({ data: z.object({ faultCode: faultCode.nullable() }) }) }) })
    .transform(({ error }) => error.json.data.faultCode),
])

async function faultCodeOf(response: Response): Promise<string | null> {
  const json: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return body.safeParse(json).data ?? null
}

/** The kind of a path, for the log: a path may contain text from the caller. */
export function pathKind(path: string): string {
  const [, kind] = /^(\/(?:trpc|api\/(?:auth|v1)|import|export|evidence|policy-bytes))\//.exec(path) ?? []
  return kind ?? 'elsewhere'
}
