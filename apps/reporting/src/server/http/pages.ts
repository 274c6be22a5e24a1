import { encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { Locale } from '@wayproof/kernel/people/locale'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { DamagedPage } from './damaged-page.ts'
import type { HomeDrawing } from './drawn-home.ts'
import { noSuchPage, wantsPage } from './no-such-page.ts'
import { pageInTwoParts } from './page-in-two-parts.ts'
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
