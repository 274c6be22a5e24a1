import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDiskFull } from '@wayproof/database/database-fault'
import type { Field } from '@wayproof/evidence/import/field'
import { ENCODINGS } from '@wayproof/evidence/import/profile'
import { MAX_BYTES } from '@wayproof/evidence/import/read-source'
import type { FileColumns } from '@wayproof/evidence/mapping/file-columns'
import { findEarlier } from '@wayproof/evidence/mapping/find-earlier'
import { type MappingProposal, proposeMapping } from '@wayproof/evidence/mapping/mapping-proposal'
import type { TextForm } from '@wayproof/evidence/mapping/text-form'
import { IMPORTED_REGISTERS, type ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { LOCALES } from '@wayproof/kernel/people/locale'
import {
  CHUNK_BYTES,
  type KeyPair,
  makeKeyPair,
  OPENING_BYTES,
  openFrom,
  SEALED_CHUNK_BYTES,
  sealTo,
} from '@wayproof/kernel/secrets/sealed-stream'
import { takeTurns } from '@wayproof/kernel/take-turns'
import { messages } from '@wayproof/messages/messages'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { mayWrite } from '../registers/register-access.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { line } from '../trpc/input.ts'
import { importFile } from './import-file.ts'
import { fieldsOf } from './profiles.ts'
import { type ReadFault, readHeadings, tooLarge } from './read-file.ts'

const register = z.enum(IMPORTED_REGISTERS)
const cellText = z.string().min(1).max(200)
const repairList = z.array(z.strictObject({ field: z.string().max(40), from: cellText, to: cellText })).max(100)
/** Corrected references, as JSON in the address. */
const repairsInput = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(repairList)

const importInput = z.strictObject({
  register,
  profile: z.string().max(60).default('default'),
  dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
  fileName: line(200),
  /** Whether a person has accepted the proposed days of the file. */
  acceptsDays: z.literal('true').optional(),
  repairs: repairsInput.optional(),
})
const columnsAsked = z.strictObject({
  register,
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
})

const MAX_WAITING = 4
/** Limit of concurrent files of one user. */
const MAX_PER_USER = 3
const MAX_SENDERS = 8

const REFUSAL_STATUSES = {
  'not-signed-in': 401,
  'not-the-keeper': 403,
  'input-invalid': 400,
  'import-busy': 409,
  'sample-loaded': 409,
  'disk-full': 507,
} as const

/**
 * `POST /import/:register?profile=&dryRun=&fileName=` with the file as the body: a stream, so not a procedure.
 * `/columns` after the register proposes what each column of the file is.
 */
export function importRoute(services: Services): Hono {
  // One file at a time, in order of arrival: each may take much memory, here and in its process.
  const takeTurn = takeTurns(MAX_WAITING)
  /** Users with files in progress. Each has at most one file in the common queue. */
  const senders = new Map<Id, { files: number; readonly takeTurn: ReturnType<typeof takeTurns> }>()

  /** Runs the request of the department that maintains the register when its turn comes. */
  async function inTurn<Asked extends { readonly register: ImportedRegister }>(
    c: Context,
    query: z.ZodSafeParseResult<Asked>,
    work: (input: Asked, by: string, body: AsyncIterable<Uint8Array>) => Promise<Response>,
  ): Promise<Response> {
    const refuse = (code: keyof typeof REFUSAL_STATUSES) =>
      c.json({ ok: false, fault: { code }, rows: [] }, REFUSAL_STATUSES[code])
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return refuse('not-signed-in')
    if (query.success && !mayWrite(user.role, query.data.register)) return refuse('not-the-keeper')
    if (!query.success || c.req.header('content-type') !== 'application/octet-stream') return refuse('input-invalid')
    if (Number(c.req.header('content-length') ?? 0) > MAX_BYTES)
      return c.json({ ok: false, fault: tooLarge, rows: [] }, 413)
    const sender = senders.get(user.id) ?? { files: 0, takeTurn: takeTurns(MAX_PER_USER) }
    if (sender.files >= MAX_PER_USER || senders.size >= MAX_SENDERS) return refuse('import-busy')
    senders.set(user.id, sender)
    sender.files += 1
    try {
      // An empty body is an empty file, for which the reader has a fault.
      const spooled = await spoolUpload(c.req.raw.body ?? new Blob().stream(), services)
      if (!spooled.ok) {
        return c.json({ ok: false, fault: spooled.fault, rows: [] }, spooled.fault.code === 'too-large' ? 413 : 422)
      }
      try {
        const answer = await inBothTurns(sender.takeTurn, () => work(query.data, user.id, spooled.value.read()))
        return answer ?? refuse('import-busy')
      } finally {
        await spooled.value.remove()
      }
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      if (isSampleLoaded(error)) return refuse('sample-loaded')
      throw error
    } finally {
      sender.files -= 1
      if (sender.files === 0) senders.delete(user.id)
    }
  }

  /** Runs `work` in the user's turn and then in the common turn; null if too many wait. */
  async function inBothTurns<T>(takeOwnTurn: ReturnType<typeof takeTurns>, work: () => Promise<T>): Promise<T | null> {
    const ownTurn = await takeOwnTurn()
    if (!ownTurn) return null
    try {
      const turn = await takeTurn()
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
      inTurn(c, importInput.safeParse(queryOf(c)), async (query, importedBy, source) => {
        const imported = await importFile(services, { ...query, by: importedBy, source })
        if (imported.ok) return c.json({ ok: true, report: imported.value })
        const { rows = [], ...fault } = imported.fault
        return c.json({ ok: false, fault, rows }, fault.code === 'too-large' ? 413 : 422)
      }),
    )
    .post('/:register/columns', (c) =>
      inTurn(c, columnsAsked.safeParse(queryOf(c)), async (query, _, source) => {
        const { encoding, delimiter } = query
        const givenForm = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
        const proposal = await proposeColumns(services, { register: query.register, source, givenForm })
        return proposal.ok
          ? c.json({ ok: true, ...proposal.value })
          : c.json({ ok: false, fault: proposal.fault, rows: [] }, 422)
      }),
    )
}

interface ProposeColumns {
  readonly register: ImportedRegister
  readonly source: AsyncIterable<Uint8Array>
  /** Properties of the file's format that the importer corrected. */
  readonly givenForm: Partial<TextForm>
}

interface ProposedColumns extends MappingProposal {
  readonly file: FileColumns
  readonly fields: readonly Field[]
}

/** The columns of a file with a proposal for each: from an earlier mapping, or by our names of the fields. */
async function proposeColumns(
  { store, timeZone }: Pick<Services, 'store' | 'timeZone'>,
  { register, source, givenForm }: ProposeColumns,
): Promise<Outcome<ProposedColumns, ReadFault>> {
  const read = await readHeadings(source, givenForm)
  if (!read.ok) return read
  const fields = fieldsOf(register)
  const headings = read.value.columns.map(({ heading }) => heading)
  const earlier = await findEarlier({ mappings: store.mappings }, register, headings, timeZone)
  return ok({ file: read.value, fields, ...proposeMapping(fields, namesOf(register), read.value, earlier) })
}

/** The labels of the fields in every language; fields of travelers have none. */
function namesOf(register: ImportedRegister): Readonly<Record<string, readonly string[]>> {
  const labels = LOCALES.flatMap((locale) => {
    const { fields } = messages(locale).registers
    return register === 'travelers' ? [] : Object.entries(fields[register])
  })
  return Object.fromEntries(
    fieldsOf(register).map(({ name }) => [name, labels.filter(([field]) => field === name).map(([, label]) => label)]),
  )
}

/** A complete upload on disk, which no other process can find or read. */
interface SpooledUpload {
  /** Its bytes; readable once. */
  read(): AsyncGenerator<Uint8Array>
  remove(): Promise<void>
}

/** Authenticated with every chunk. */
const LABEL = Buffer.from('spooled upload')

/**
 * Receives an upload before it enters a queue, so that a slow sender delays no one. The file is unlinked before the
 * first byte and encrypted, so that no change goes unnoticed, to keys that only this process has.
 * Faults: `too-large`, `upload-broken`; throws if the disk is full.
 */
export async function spoolUpload(
  source: AsyncIterable<Uint8Array>,
  { ids }: { readonly ids: Ids },
): Promise<Outcome<SpooledUpload, ReadFault>> {
  const path = join(tmpdir(), `wayproof-upload-${ids.next()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    const keys = makeKeyPair()
    const writeResult = await writeSealed(file, keys.publicKey, source)
    if (writeResult.ok) return ok({ read: () => readSealed(file, keys), remove: () => file.close() })
    await file.close()
    return writeResult
  } catch (error) {
    await file.close()
    throw error
  }
}

async function writeSealed(
  file: FileHandle,
  publicKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<null, ReadFault>> {
  const stream = sealTo(publicKey, LABEL)
  await file.writeFile(stream.opening)
  let waiting: Uint8Array = new Uint8Array()
  let bytes = 0
  const pieces = source[Symbol.asyncIterator]()
  for (;;) {
    const next = await pieces.next().catch(() => null)
    if (next === null) return fail('upload-broken')
    if (next.done) break
    bytes += next.value.byteLength
    if (bytes > MAX_BYTES) {
      await pieces.return?.()
      return { ok: false, fault: tooLarge }
    }
    waiting = Buffer.concat([waiting, next.value])
    for (; waiting.length > CHUNK_BYTES; waiting = waiting.subarray(CHUNK_BYTES))
      await file.writeFile(stream.seal(waiting.subarray(0, CHUNK_BYTES), false))
  }
  await file.writeFile(stream.seal(waiting, true))
  return ok(null)
}

/** Throws if the file was changed or cut. */
async function* readSealed(file: FileHandle, keys: KeyPair): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat()
  const opening = await readAt(file, 0, OPENING_BYTES)
  const open = openFrom(keys, opening, LABEL)
  if (!open) throw new Error('a spooled upload was changed')
  for (let start = OPENING_BYTES; start < size; start += SEALED_CHUNK_BYTES) {
    const sealed = await readAt(file, start, Math.min(SEALED_CHUNK_BYTES, size - start))
    yield open(sealed, start + SEALED_CHUNK_BYTES >= size)
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
