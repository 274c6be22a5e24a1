import type { Hono } from 'hono'

/** The hidden receipt code of a page. */
export const receiptIn = (page: string): string => /name="receipt" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** The fields of a form before any choice. */
export async function form(app: Hono, token: string): Promise<{ readonly receipt: string }> {
  return { receipt: receiptIn(await (await app.request(`/s/${token}`)).text()) }
}

/** Posts fields like a form. */
export async function post(
  app: Hono,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** Posts fields like a form over a connection from `peer`. */
export async function postFrom(
  app: Hono,
  peer: string | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const connection = { incoming: { socket: { remoteAddress: peer } } }
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }, connection)
}

/** Follows a redirect with the cookies that it set and that its path allows. */
export async function follow(app: Hono, answer: Response): Promise<Response> {
  const to = answer.headers.get('location') ?? ''
  const cookies = answer.headers.getSetCookie().flatMap((cookie) => {
    const [pair = '', ...attributes] = cookie.split('; ')
    return attributes.includes(`Path=${to.split('?')[0]}`) ? pair : []
  })
  return app.request(to, { headers: { cookie: cookies.join('; ') } })
}

/** The input tags of a page that contain all `attributes`. */
export const inputsWith = (page: string, ...attributes: readonly string[]): readonly string[] =>
  [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => attributes.every((a) => tag.includes(a)))
