import { PassThrough, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { encodingFor } from '@wayproof/kernel/http/content-encoding'
import { type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { damagePage } from '@wayproof/service-start/serve-damage'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import { createContext, type Services } from '../trpc/context.ts'
import type { HomeDrawing } from './drawn-home.ts'
import { refusal } from './refusal.ts'
import type { WebFiles } from './web-files.ts'

/**
 * First path segments of the dashboard (`web/routes/` and `web/waves/wave-routes.tsx`); a test compares this list with
 * them.
 */
export const PAGES: readonly string[] = [
  '',
  'sign-in',
  'invitation',
  'reset',
  'check-seal',
  'second-factor',
  'profile',
  'scorecard',
  'goal',
  'waves',
  'closing',
  'registers',
  'approvals',
  'deadlines',
  'actions',
  'meetings',
  'measures',
  'policies',
  'rules',
  'samples',
  'summaries',
  'rows',
  'people',
  'audit-log',
  'runs',
  'requests',
  'whistle-blowing',
  'privacy',
  'questions',
  'settings',
]

/** The element of `index.html` into which the browser draws. */
const ROOT = '<div id="root"></div>'

const API = /^\/(trpc|api|import|export|evidence|policy-bytes|health)(\/|$)/

/**
 * The built dashboard: its files, one page for all its addresses, and another page for unknown addresses. The page of the home
 * has what `drawing` draws for its reader.
 */
export function pages(
  web: WebFiles,
  defaultLocale: Locale,
  drawing: HomeDrawing = async () => null,
  damagedPage: DamagedPage = async () => null,
): Hono<{ Variables: SecureHeadersVariables }> {
  return new Hono<{ Variables: SecureHeadersVariables }>().use(compress()).all('*', async (c) => {
    const { method, path } = c.req
    const file = web.get(path)
    if ((method !== 'GET' && method !== 'HEAD') || API.test(path)) return c.json(refusal('NOT_FOUND', 404), 404)
    if (file) {
      const keep = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache'
      const encoding = file.encodings.size > 0 ? encodingFor(c.req.header('accept-encoding')) : null
      const body = (encoding && file.encodings.get(encoding)) ?? file.body
      return c.body(body, 200, {
        'content-type': file.type,
        'content-length': String(body.length),
        'cache-control': keep,
        ...(file.encodings.size > 0 ? { vary: 'Accept-Encoding' } : {}),
        ...(body === file.body ? {} : { 'content-encoding': encoding ?? '' }),
      })
    }
    const nonce = c.get('secureHeadersNonce') ?? ''
    const isKnown = PAGES.includes(path.split('/')[1] ?? '')
    if (!isKnown && wantsPage(c)) {
      const headers = { 'cache-control': 'no-store', vary: 'Accept, Accept-Language' }
      return c.html(noSuchPage(c, { nonce, fallback: defaultLocale }), 404, headers)
    }
    if (!isKnown || web.index === null) {
      return c.json(refusal('NOT_FOUND', 404), 404, { 'cache-control': 'no-store' })
    }
    const damaged = await damagedPage(c.req.raw)
    if (damaged) return c.html(damaged, 503, { 'cache-control': 'no-store' })
    // The page may set styles at run time only with this nonce, which it reads here.
    const meta = `<meta property="csp-nonce" content="" nonce="${nonce}">`
    const index = web.index.replace('</head>', `${meta}</head>`)
    const home = path === '/' && method === 'GET' ? await drawing(c.req.raw, nonce) : null
    if (!home) return c.html(index, 200, { 'cache-control': 'no-store' })
    const styled = index.replace('</head>', `${home.styles}</head>`)
    const [head = '', foot = ''] = styled.replace(/<html lang="[^"]*"/, `<html lang="${home.locale}"`).split(ROOT)
    return pageInTwoParts(c, head, async () => {
      const parts = await home.draw()
      return parts ? `<div id="root">${parts.html}</div>${parts.answers}${foot}` : ROOT + foot
    })
  })
}

/** Addresses for programs only, whatever they accept. */
const OF_PROGRAMS = /^\/metrics(\/|$)/

/** Says whether a person typed the address: only a browser that opens a page asks for HTML. */
const wantsPage = ({ req }: Context): boolean =>
  !OF_PROGRAMS.test(req.path) && /\btext\/html\b/i.test(req.header('accept') ?? '')

/** Page for an unknown address of the dashboard. It repeats no part of the address. */
function noSuchPage({ req }: Context, { nonce, fallback }: { readonly nonce: string; readonly fallback: Locale }) {
  const locale = preferredLocale(req.header('accept-language'), fallback)
  const { notFound, home } = messages(locale).reporting.faults
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${notFound}</title>
<style nonce="${nonce}">body{max-width:40rem;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}</style>
</head>
<body>
<h1>${notFound}</h1>
<p><a href="/">${home}</a></p>
</body>
</html>
`
}

/** Levels that take about 1 ms for a page. */
const COMPRESSORS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
}

/**
 * A page whose head is sent at once, so that a browser loads scripts and styles while the server writes the rest. Writing
 * occupies the process, so it begins when the head has left.
 */
function pageInTwoParts(c: Context, head: string, writeRest: () => Promise<string>): Response {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const body = encoding ? COMPRESSORS[encoding]() : new PassThrough()
  const sendRest = () =>
    writeRest().then(
      // A reader who left has destroyed the body.
      (text) => body.writable && body.end(text),
      (error: Error) => body.destroy(error),
    )
  const afterHead = () => setImmediate(() => void sendRest())
  body.write(head)
  if (body instanceof PassThrough) afterHead()
  else body.flush(afterHead)
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
    // A proxy that buffers would hold the head back.
    'x-accel-buffering': 'no',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}

/** The page for a reader whom a damaged database keeps from every other one; null if there is none. */
type DamagedPage = (request: Request) => Promise<string | null>

/** Nobody can sign in while nothing is written, so without a session or a readable account only this page is left. */
export const damagedPage =
  (services: Services): DamagedPage =>
  async ({ headers }) => {
    if (services.store.integrity.damage() === null) return null
    return (await canRead(services, headers)) ? null : damagePage(({ databaseFaults }) => databaseFaults.damaged(''))
  }

async function canRead(services: Services, headers: Headers): Promise<boolean> {
  try {
    const { user } = await createContext(services, { headers, answer: new Headers(), isUse: false })
    await services.store.organisation.get()
    return user !== null
  } catch {
    return false
  }
}
