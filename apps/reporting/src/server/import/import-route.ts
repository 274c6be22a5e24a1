import { ENCODINGS, MAX_BYTES } from '@wayproof/evidence'
import { IMPORTED_REGISTERS, type ImportedRegister, isDiskFull } from '@wayproof/store'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Parts, signedIn } from '../context.ts'
import { line } from '../input.ts'
import { mayWrite } from '../registers/register-access.ts'
import { importFile } from './import-file.ts'
import { proposeColumns } from './propose-columns.ts'
import { tooLarge } from './read-file.ts'
import { takeTurns } from './take-turns.ts'

const register = z.enum(IMPORTED_REGISTERS)
const asked = z.strictObject({
  register,
  profile: z.string().max(60).default('default'),
  dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
  fileName: line(200),
})
const columnsAsked = z.strictObject({
  register,
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
})

const MOST_WAITING = 4

const REFUSED = {
  'not-signed-in': 401,
  'not-the-keeper': 403,
  'input-invalid': 400,
  'import-busy': 409,
  'disk-full': 507,
} as const

/**
 * `POST /import/:register?profile=&dryRun=&fileName=` with the file as the body: a stream, so not a procedure. `/columns`
 * behind the register tells what the file's columns seem to be.
 */
export function importRoute(parts: Parts): Hono {
  // One file at a time, in the order in which they came: each may take much memory, here and in its reader.
  const turns = takeTurns(MOST_WAITING)

  /** Lets whoever keeps the register in, with what was asked, when it is their turn. */
  async function inTurn<Asked extends { readonly register: ImportedRegister }>(
    c: Context,
    query: z.ZodSafeParseResult<Asked>,
    work: (asked: Asked, by: string, body: AsyncIterable<Uint8Array>) => Promise<Response>,
  ): Promise<Response> {
    const refuse = (code: keyof typeof REFUSED) => c.json({ ok: false, fault: { code }, rows: [] }, REFUSED[code])
    const user = await signedIn(parts, c.req.raw.headers)
    if (!user) return refuse('not-signed-in')
    if (query.success && !mayWrite(user.role, query.data.register)) return refuse('not-the-keeper')
    if (!query.success || c.req.header('content-type') !== 'application/octet-stream') return refuse('input-invalid')
    if (Number(c.req.header('content-length') ?? 0) > MAX_BYTES)
      return c.json({ ok: false, fault: tooLarge, rows: [] }, 413)
    const turn = await turns()
    if (!turn) return refuse('import-busy')
    try {
      // An empty body is an empty file, which the reader has a word for.
      return await work(query.data, user.id, c.req.raw.body ?? new Blob().stream())
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    } finally {
      turn.end()
    }
  }
  const queryOf = (c: Context) => ({ ...c.req.query(), register: c.req.param('register') })

  return new Hono()
    .post('/:register', (c) =>
      inTurn(c, asked.safeParse(queryOf(c)), async (query, by, source) => {
        const taken = await importFile(parts, { ...query, by, source })
        if (taken.ok) return c.json({ ok: true, report: taken.value })
        const { rows = [], ...fault } = taken.fault
        return c.json({ ok: false, fault, rows }, fault.code === 'too-large' ? 413 : 422)
      }),
    )
    .post('/:register/columns', (c) =>
      inTurn(c, columnsAsked.safeParse(queryOf(c)), async (query, _, source) => {
        const { encoding, delimiter } = query
        const said = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
        const proposed = await proposeColumns(parts, { register: query.register, source, said })
        return proposed.ok
          ? c.json({ ok: true, ...proposed.value })
          : c.json({ ok: false, fault: proposed.fault, rows: [] }, 422)
      }),
    )
}
