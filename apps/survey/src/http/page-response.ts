import { encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { compress } from './compressed.ts'

/** The parts of a request that pages read; hono's `c.req` has them. */
export interface PageRequest {
  readonly method: string
  /** The header of a name in lower case. */
  header(name: string): string | undefined
  query(name: string): string | undefined
}

/** A response that the router and Node's server both send. */
export interface PageResponse {
  readonly status: ContentfulStatusCode
  readonly headers: Readonly<Record<string, string>>
  /** One character (at most U+00FF) per byte, so that Node sends head and body in one write. */
  readonly body: string
}

export const HTML = { 'Content-Type': 'text/html; charset=UTF-8' }

/** A page, compressed if the client accepts that. */
export function htmlResponse(
  request: PageRequest,
  html: string,
  status: ContentfulStatusCode = 200,
  extraHeaders: PageResponse['headers'] = {},
): PageResponse {
  const { body, headers } = compress(Buffer.from(html), encodingFor(request.header('accept-encoding')))
  return { status, headers: { ...HTML, ...headers, ...extraHeaders }, body: body.toString('latin1') }
}

export const redirectResponse = (location: string, extraHeaders: PageResponse['headers'] = {}): PageResponse => ({
  status: 303,
  headers: { Location: location, ...extraHeaders },
  body: '',
})

/** The response as the router sends it. */
export const routed = (c: Context, { status, headers, body }: PageResponse): Response =>
  body === '' ? c.body(null, status, headers) : c.body(Buffer.from(body, 'latin1'), status, headers)
