import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { exportSheet } from '@wayproof/evidence/export/export-xlsx'
import { csv } from '@wayproof/evidence/import/csv/csv'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { isId } from '@wayproof/kernel/id'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { showSample } from '../samples/show-sample.ts'
import { worksheetRows } from '../samples/worksheet-rows.ts'
import { type Services, signedIn } from '../trpc/context.ts'

const FORMS = {
  csv: { type: 'text/csv; charset=utf-8', write: (rows: readonly (readonly string[])[]) => Buffer.from(csv(rows)) },
  xlsx: {
    type: EVIDENCE_TYPES.xlsx,
    write: (rows: readonly (readonly string[])[]) => Buffer.concat(exportSheet(rows)),
  },
} as const

/** `GET /export/sample/:id/:form`, `csv` or `xlsx`: the worksheet of a sample, to be printed or filed. */
export function worksheetRoute(services: Services): Hono {
  return new Hono().get('/sample/:id/:form', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const form = (['csv', 'xlsx'] as const).find((candidate) => candidate === c.req.param('form'))
    const id = c.req.param('id')
    const sample = form && isId(id) ? await showSample(services, user.role, id) : null
    if (!form || !sample?.ok) return c.json(refusal('NOT_FOUND', 404), 404)
    const dayOf = (at: number) => dateAt(at, services.timeZone)
    const { type, write } = FORMS[form]
    const file = write(worksheetRows(sample.value, { locale: user.locale, dayOf }))
    return c.body(new Uint8Array(file), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="sample-${sample.value.figure}-${sample.value.period}.${form}"`,
    })
  })
}
