import { Readable } from 'node:stream'
import { isDiskFull } from '@wayproof/database/database-fault'
import { attachEvidence } from '@wayproof/evidence/attachments/attach-evidence'
import { MOST_EVIDENCE_BYTES } from '@wayproof/evidence/attachments/evidence-size'
import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { evidenceFileName } from '@wayproof/evidence/attachments/file-name'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import { isId } from '@wayproof/kernel/id'
import { Hono } from 'hono'
import { z } from 'zod'
import { readBody } from '../api/read-body.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from '../registers/register-access.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { optionalText } from '../trpc/input.ts'

const attachInput = z.strictObject({
  register: z.enum(REGISTER_IDS),
  key: z.string().min(1).max(1_000),
  fileName: z.string().trim().min(1).max(200),
  source: optionalText(300),
})

const REFUSAL_STATUSES = {
  'not-signed-in': 401,
  'not-the-keeper': 403,
  'input-invalid': 400,
  'row-unknown': 404,
  'evidence-unknown': 404,
  'evidence-twice': 409,
  'sample-loaded': 409,
  'evidence-too-large': 413,
  'scanner-unavailable': 503,
  'disk-full': 507,
} as const
type Status = (typeof REFUSAL_STATUSES)[keyof typeof REFUSAL_STATUSES] | 422

const statusOf = (code: string): Status =>
  Object.hasOwn(REFUSAL_STATUSES, code) ? REFUSAL_STATUSES[code as keyof typeof REFUSAL_STATUSES] : 422

/**
 * `POST /evidence/:register?key=&fileName=&source=` with the file as the body, and `GET /evidence/:id`. A file is
 * served as a download only: no browser displays or runs it under our address.
 */
export function evidenceRoute(services: Services): Hono {
  const { store } = services
  const route = new Hono()

  route.post('/:register', async (c) => {
    const refuse = (code: string) => c.json({ ok: false, fault: { code } }, statusOf(code))
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return refuse('not-signed-in')
    const query = attachInput.safeParse({ ...c.req.query(), register: c.req.param('register') })
    if (!query.success || c.req.header('content-type') !== 'application/octet-stream') return refuse('input-invalid')
    if (!mayWrite(user.role, query.data.register)) return refuse('not-the-keeper')
    const bytes = await readBody(c.req.raw, MOST_EVIDENCE_BYTES)
    if (!bytes) return refuse('evidence-too-large')
    try {
      const ports = { attachments: store.attachments, clock: services.clock, ids: services.ids, scan: services.scan }
      const attachment = await attachEvidence(ports, { ...query.data, bytes, by: user.id })
      return attachment.ok ? c.json({ ok: true }) : refuse(attachment.fault.code)
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      if (isSampleLoaded(error)) return refuse('sample-loaded')
      throw error
    }
  })

  route.get('/:id', async (c) => {
    const refuse = (code: string) => c.json({ ok: false, fault: { code } }, statusOf(code))
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return refuse('not-signed-in')
    const id = c.req.param('id')
    const file = isId(id) ? await store.attachments.open(id) : null
    if (!file || (isStaffRegister(file.register) && !maySeeStaff(user.role))) return refuse('evidence-unknown')
    const details = { register: file.register, file: id }
    await store.auditLog.add({ act: 'exported', at: services.clock.now(), subject: 'evidence', details })
    c.header('content-type', EVIDENCE_TYPES[file.type])
    c.header('content-length', String(file.size))
    c.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(evidenceFileName(file.fileName, file.type))}`,
    )
    return c.body(Readable.toWeb(Readable.from(file.pieces)) as ReadableStream)
  })
  return route
}
