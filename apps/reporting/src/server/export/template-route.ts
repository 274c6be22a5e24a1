import { Readable } from 'node:stream'
import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { exportSheet } from '@wayproof/evidence/export/export-xlsx'
import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import { Hono } from 'hono'
import { fieldsOf } from '../import/profiles.ts'
import { type Services, signedIn } from '../trpc/context.ts'

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: EVIDENCE_TYPES.xlsx } as const

/** `GET /export/templates/:file`, such as `incidents.csv`: an empty file with the columns of the register. */
export const templateRoute = (services: Services): Hono =>
  new Hono().get('/templates/:file', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json({ ok: false, fault: { code: 'not-signed-in' } }, 401)
    const [name, extension] = c.req.param('file').split('.')
    const register = IMPORTED_REGISTERS.find((id) => id === name)
    const form = (['csv', 'xlsx'] as const).find((candidate) => candidate === extension)
    if (!register || !form) return c.json({ ok: false, fault: { code: 'input-invalid' } }, 404)
    c.header('content-type', TYPES[form])
    c.header('content-disposition', `attachment; filename="${register}.${form}"`)
    const head = fieldsOf(register).map((field) => field.name)
    const bytes = form === 'csv' ? [Buffer.from(`\ufeff${head.join(',')}\r\n`)] : exportSheet([head])
    return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream)
  })
