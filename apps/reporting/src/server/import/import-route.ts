import { MAX_BYTES } from '@wayproof/evidence'
import { IMPORTED_REGISTERS, isDiskFull } from '@wayproof/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { type Parts, signedIn } from '../context.ts'
import { mayWrite } from '../registers/register-access.ts'
import { importFile } from './import-file.ts'
import { tooLarge } from './read-file.ts'
import { takeTurns } from './take-turns.ts'

const asked = z.strictObject({
  register: z.enum(IMPORTED_REGISTERS),
  profile: z.string().max(40).default('default'),
  dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
  fileName: z.string().trim().min(1).max(200),
})

const MOST_WAITING = 4

const REFUSED = {
  'not-signed-in': 401,
  'not-the-keeper': 403,
  'input-invalid': 400,
  'import-busy': 409,
  'disk-full': 507,
} as const

/** `POST /import/:register?profile=&dryRun=&fileName=` with the file as the body: a stream, so not a procedure. */
export function importRoute(parts: Parts): Hono {
  // One file at a time, in the order in which they came: each may take much memory, here and in its reader.
  const turns = takeTurns(MOST_WAITING)
  return new Hono().post('/:register', async (c) => {
    const refuse = (code: keyof typeof REFUSED) => c.json({ ok: false, fault: { code }, rows: [] }, REFUSED[code])
    const user = await signedIn(parts.auth, c.req.raw.headers)
    if (!user) return refuse('not-signed-in')
    const query = asked.safeParse({ ...c.req.query(), register: c.req.param('register') })
    if (query.success && !mayWrite(user.role, query.data.register)) return refuse('not-the-keeper')
    // An empty body is an empty file, which the reader has a word for.
    const body = c.req.raw.body ?? new Blob().stream()
    if (!query.success || c.req.header('content-type') !== 'application/octet-stream') return refuse('input-invalid')
    if (Number(c.req.header('content-length') ?? 0) > MAX_BYTES)
      return c.json({ ok: false, fault: tooLarge, rows: [] }, 413)
    const turn = await turns()
    if (!turn) return refuse('import-busy')
    try {
      const taken = await importFile(parts, { ...query.data, by: user.id, source: body })
      if (taken.ok) return c.json({ ok: true, report: taken.value })
      const { rows = [], ...fault } = taken.fault
      return c.json({ ok: false, fault, rows }, fault.code === 'too-large' ? 413 : 422)
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    } finally {
      turn.end()
    }
  })
}
