import { Readable } from 'node:stream'
import { EVIDENCE_TYPES, exportCsv, exportXlsx, REGISTER_IDS } from '@wayproof/evidence'
import { dateAt } from '@wayproof/kernel'
import { Hono } from 'hono'
import { isStaffRegister, maySeeStaff } from '../registers/register-access.ts'
import { type Services, signedIn } from '../trpc/context.ts'

const FORMS = {
  csv: { type: 'text/csv; charset=utf-8', write: exportCsv },
  xlsx: { type: EVIDENCE_TYPES.xlsx, write: exportXlsx },
} as const

/** `GET /export/:register/:form`, `csv` or `xlsx`: every row, written while it is read, in the format of an import. */
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
    return c.body(Readable.toWeb(Readable.from(bytesOf(write(register, store.rows.all(register))))) as ReadableStream)
  })
}

async function* bytesOf(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
