import { ENCODINGS, MAX_BYTES } from '@wayproof/evidence'
import { type Id, takeTurns } from '@wayproof/kernel'
import { IMPORTED_REGISTERS, type ImportedRegister, isDiskFull } from '@wayproof/store'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { mayWrite } from '../registers/register-access.ts'
import { type Parts, signedIn } from '../trpc/context.ts'
import { line } from '../trpc/input.ts'
import { importFile } from './import-file.ts'
import { proposeColumns } from './propose-columns.ts'
import { tooLarge } from './read-file.ts'
import { spoolUpload } from './spool-upload.ts'

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
/** Limit of concurrent files of one user. */
const MOST_OF_ONE = 3
const MOST_SENDERS = 8

const REFUSED = {
  'not-signed-in': 401,
  'not-the-keeper': 403,
  'input-invalid': 400,
  'import-busy': 409,
  'disk-full': 507,
} as const

/**
 * `POST /import/:register?profile=&dryRun=&fileName=` with the file as the body: a stream, so not a procedure.
 * `/columns` after the register proposes what each column of the file is.
 */
export function importRoute(parts: Parts): Hono {
  // One file at a time, in order of arrival: each may take much memory, here and in its process.
  const turns = takeTurns(MOST_WAITING)
  /** Users with files in progress. Each has at most one file in the common queue. */
  const senders = new Map<Id, { files: number; readonly turns: ReturnType<typeof takeTurns> }>()

  /** Runs the request of the department that maintains the register when its turn comes. */
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
    const own = senders.get(user.id) ?? { files: 0, turns: takeTurns(MOST_OF_ONE) }
    if (own.files >= MOST_OF_ONE || senders.size >= MOST_SENDERS) return refuse('import-busy')
    senders.set(user.id, own)
    own.files += 1
    try {
      // An empty body is an empty file, for which the reader has a fault.
      const spooled = await spoolUpload(c.req.raw.body ?? new Blob().stream(), parts)
      if (!spooled.ok) {
        return c.json({ ok: false, fault: spooled.fault, rows: [] }, spooled.fault.code === 'too-large' ? 413 : 422)
      }
      try {
        const answer = await inBothTurns(own.turns, () => work(query.data, user.id, spooled.value.read()))
        return answer ?? refuse('import-busy')
      } finally {
        await spooled.value.remove()
      }
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    } finally {
      own.files -= 1
      if (own.files === 0) senders.delete(user.id)
    }
  }

  /** Runs `work` in the user's turn and then in the common turn; null if too many wait. */
  async function inBothTurns<T>(own: ReturnType<typeof takeTurns>, work: () => Promise<T>): Promise<T | null> {
    const ownTurn = await own()
    if (!ownTurn) return null
    try {
      const turn = await turns()
      if (!turn) return null
      try {
        return await work()
      } finally {
        turn.end()
      }
    } finally {
      ownTurn.end()
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
