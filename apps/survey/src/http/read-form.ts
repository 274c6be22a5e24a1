import type { HttpBindings } from '@hono/node-server'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Context } from 'hono'
import type { SurveyApp } from '../survey-app.ts'
import type { PageRequest } from './page-response.ts'
import { notice } from './request-page.ts'
import type { FormLimits } from './try-limit.ts'

/** An answer with the longest comment, every character escaped, has under 20 KB. */
export const MAX_BYTES = 64 * 1024
/** A longer body is read and discarded up to this size, so that the browser receives the response. */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024

export type FormFault = { readonly code: 'too-large' | 'form-unreadable' }

/** The fields of a posted form; of repeated names the last one counts. Buffers at most 64 KB. */
export async function readForm(request: Request): Promise<Outcome<Readonly<Record<string, string>>, FormFault>> {
  const isUrlencoded = isForm(request.headers.get('content-type'))
  const body = await boundedBody(request, MAX_BYTES)
  if (body === null) return fail('too-large')
  return isUrlencoded ? ok(fieldsOf(body)) : fail('form-unreadable')
}

export const isForm = (contentType: string | null | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')

/** The object has no prototype, so that no field name is inherited. */
export function fieldsOf(body: Buffer): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) fields[name] = value
  return fields
}

/** Reads and discards a body within the same limits. */
export async function discardBody(request: Request): Promise<void> {
  await boundedBody(request, MAX_BYTES)
}

/** The body, or null if it is longer than `maxBytes` bytes; buffers no more than that. */
export async function boundedBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (request.body) {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength
      if (bytes <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > MAX_DRAINED_BYTES) break
    }
  }
  return bytes > maxBytes ? null : Buffer.concat(chunks)
}

type OurFormFault = FormFault | { readonly code: 'foreign-form' }

/** The fields of a form that may come from one of our pages. */
export async function readOurForm(
  app: SurveyApp,
  c: Context,
): Promise<Outcome<Readonly<Record<string, string>>, OurFormFault>> {
  const form = await readForm(c.req.raw)
  return mayBeOurForm(c.req, app.surveyUrl) ? form : fail('foreign-form')
}

/**
 * True if a form may come from one of our pages. They send no referrer, so browsers send `Origin: null`, and some
 * webviews send neither header. Both are accepted, because another site does not know the link.
 */
export function mayBeOurForm(request: PageRequest, surveyUrl: string): boolean {
  const [origin, fetchSite] = [request.header('origin'), request.header('sec-fetch-site')]
  if (fetchSite === 'same-origin' || fetchSite === 'none') return true
  if (fetchSite !== undefined) return origin === surveyUrl
  return origin === undefined || origin === 'null' || origin === surveyUrl
}

/** Counts a posted form. Returns the page that asks to wait if there were too many, else null. */
export async function tooManyPosts(
  app: SurveyApp,
  c: Context<{ Bindings: Partial<HttpBindings> }>,
  kind: keyof FormLimits,
): Promise<Response | null> {
  const address = app.callerAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
  const wait = await app.formLimits[kind].take(address, app.survey.clock.now())
  if (wait === null) return null
  c.header('Retry-After', String(Math.ceil(wait / 1000)))
  return notice(app, c, 'too-many-requests')
}
