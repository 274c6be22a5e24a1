import type { Hono } from 'hono'

/** The hidden receipt code of a page. */
export const receiptIn = (page: string): string => /name="receipt" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** What a form sends before anything is chosen. */
export async function form(app: Hono, token: string): Promise<{ readonly receipt: string }> {
  return { receipt: receiptIn(await (await app.request(`/s/${token}`)).text()) }
}

/** Posts fields as a form does. */
export async function post(
  app: Hono,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** Goes where an answer leads, with the cookies that came with it where their path lets them. */
export async function follow(app: Hono, answer: Response): Promise<Response> {
  const to = answer.headers.get('location') ?? ''
  const cookies = answer.headers.getSetCookie().flatMap((cookie) => {
    const [pair = '', ...attributes] = cookie.split('; ')
    return attributes.includes(`Path=${to.split('?')[0]}`) ? pair : []
  })
  return app.request(to, { headers: { cookie: cookies.join('; ') } })
}

/** The tags of a page's inputs that hold all of `attributes`. */
export const inputsWith = (page: string, ...attributes: readonly string[]): readonly string[] =>
  [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => attributes.every((a) => tag.includes(a)))
