import { messages } from '@wayproof/messages'
import { Hono } from 'hono'
import { accessLine } from './access-log.ts'
import { getAnswer, getThanks, postAnswer } from './answer-routes.ts'
import { compressed } from './compressed.ts'
import { noticePage } from './notice-page.tsx'
import { PATHS, pathKind } from './paths.ts'
import { notice, requestLocale } from './request-page.ts'
import { securityHeaders } from './security-headers.ts'
import type { SurveyApp } from './survey-app.ts'
import { errorLine } from './unexpected-error.ts'
import { getUnsubscribe, postUnsubscribe } from './unsubscribe-routes.ts'

/** No room on the disk, or the file held by another program: the transaction was undone, and a later try may pass. */
const keptNothing = (error: Error) => 'code' in error && (error.code === 'disk-full' || error.code === 'busy')

/** The traveler's pages. Only a POST that a person sends changes anything. */
export function createApp(app: SurveyApp): Hono {
  const hono = new Hono()
  hono.use(async (c, next) => {
    await next()
    app.access(accessLine(c.req.method, c.req.path, c.res.status))
  })
  hono.use(securityHeaders(app.surveyUrl))
  hono.use(compressed)

  hono.get(PATHS.health, async (c) => {
    await app.organisation.get()
    return c.text('ok')
  })
  hono.get(PATHS.survey, (c) => getAnswer(app, c))
  hono.post(PATHS.survey, (c) => postAnswer(app, c))
  hono.get(PATHS.thanks, (c) => getThanks(app, c))
  hono.get(PATHS.unsubscribe, (c) => getUnsubscribe(app, c))
  hono.post(PATHS.unsubscribe, (c) => postUnsubscribe(app, c))

  hono.notFound((c) => {
    const kind = pathKind(c.req.path)
    if (kind === '*') return notice(app, c, 'link-unknown')
    const posts = kind === PATHS.survey || kind === PATHS.unsubscribe
    c.header('Allow', posts ? 'GET, HEAD, POST' : 'GET, HEAD')
    return notice(app, c, 'method-unknown')
  })
  hono.onError((error, c) => {
    const id = app.ids.next()
    app.report(errorLine(id, `${c.req.method} ${pathKind(c.req.path)}`, error))
    const locale = requestLocale(app, c)
    // The database may be what failed, so the page does not ask it for the organisation.
    const page = { locale, words: messages(locale).survey, organisation: null }
    if (!keptNothing(error)) return c.html(noticePage(page, 'internal', id), 500)
    c.header('Retry-After', '300')
    return c.html(noticePage(page, 'not-stored', id), 503)
  })
  return hono
}
