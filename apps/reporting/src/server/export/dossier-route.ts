import { messages } from '@wayproof/messages'
import { Hono } from 'hono'
import { dossierHtml } from '../dossier/dossier-html.ts'
import { waveDossier } from '../dossier/wave-dossier.ts'
import { refusal } from '../http/refusal.ts'
import { type Parts, signedIn } from '../trpc/context.ts'
import { locale, ofWave } from '../trpc/input.ts'

const asked = ofWave.extend({ locale })

/** `GET /export/dossier.html?period=&locale=`: how a wave was made, as a page to keep. */
export function dossierRoute(parts: Parts): Hono {
  return new Hono().get('/dossier.html', async (c) => {
    const user = await signedIn(parts, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const query = asked.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const dossier = await waveDossier(parts, query.data)
    if (!dossier.ok) return c.json({ fault: dossier.fault }, 422)
    const { period } = query.data
    return c.body(dossierHtml(dossier.value, messages(query.data.locale).dossier.sealed), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="survey-${period}.html"`,
    })
  })
}
