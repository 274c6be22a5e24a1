import { Readable } from 'node:stream'
import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { exportCsv } from '@wayproof/evidence/export/export-csv'
import { exportXlsx } from '@wayproof/evidence/export/export-xlsx'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { readFilterCells } from '@wayproof/evidence/rows/filter-cells'
import { ROW_VIEWS, viewFilters } from '@wayproof/evidence/rows/row-view'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { Hono } from 'hono'
import { isStaffRegister, maySeeStaff } from '../registers/register-access.ts'
import { type Services, signedIn } from '../trpc/context.ts'

const FORMS = {
  csv: { type: 'text/csv; charset=utf-8', write: exportCsv },
  xlsx: { type: EVIDENCE_TYPES.xlsx, write: exportXlsx },
} as const

/**
 * `GET /export/:register/:form`, `csv` or `xlsx`: in the format of an import, written while it is read. `find`, `only`
 * and `view` select rows as on the page of the register; without them it has every row.
 */
export function registerRoute(services: Services): Hono {
  const { store, clock, timeZone } = services
  return new Hono().get('/:register/:form', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json({ ok: false, fault: { code: 'not-signed-in' } }, 401)
    const register = REGISTER_IDS.find((id) => id === c.req.param('register'))
    const form = (['csv', 'xlsx'] as const).find((candidate) => candidate === c.req.param('form'))
    if (!register || !form || (isStaffRegister(register) && !maySeeStaff(user.role)))
      return c.json({ ok: false, fault: { code: 'input-invalid' } }, 404)
    const { type, write } = FORMS[form]
    c.header('content-type', type)
    c.header('content-disposition', `attachment; filename="${register}-${dateAt(clock.now(), timeZone)}.${form}"`)
    const { find = '', only = '', view } = c.req.query()
    const rowView = ROW_VIEWS.find((each) => each === view) ?? 'all'
    const today = dateAt(clock.now(), timeZone)
    const filters = [...readFilterCells(register, only, timeZone), ...viewFilters(register, rowView, today)]
    const rows = store.rows.all(register, { find: find.trim(), filters })
    return c.body(Readable.toWeb(Readable.from(bytesOf(write(register, rows)))) as ReadableStream)
  })
}

async function* bytesOf(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
