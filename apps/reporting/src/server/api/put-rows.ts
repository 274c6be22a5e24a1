import { createHash } from 'node:crypto'
import { isDiskFull } from '@wayproof/database/database-fault'
import type { Cell, Field } from '@wayproof/evidence/import/field'
import type { ImportProfile } from '@wayproof/evidence/import/profile'
import { rowReader } from '@wayproof/evidence/import/row-reader'
import type { TableRow } from '@wayproof/evidence/import/table'
import { type BadRows, type RowFault, withUnread } from '@wayproof/evidence/import/table-fault'
import { addFaults, importTable } from '@wayproof/evidence/import-register'
import type { RequestReceipt } from '@wayproof/evidence/ports'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { activeTags } from '@wayproof/forms/languages/read-active-tags'
import type { Id } from '@wayproof/kernel/id'
import { isNestedDeeper } from '@wayproof/kernel/json/json-depth'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import type { TravelerRow } from '@wayproof/survey/travelers/traveler'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import type { z } from 'zod'
import { fieldsOf, readingOf } from '../import/profiles.ts'
import { travelerFaults } from '../import/traveler-faults.ts'
import { isStaffRegister } from '../registers/register-access.ts'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { MAX_ROWS, rowSchema } from './row-schema.ts'

export interface PutRows {
  readonly register: ImportedRegister
  readonly key: { readonly id: Id; readonly name: string }
  /** The sender's idempotency key; null if it gave none. */
  readonly askedAs: string | null
  readonly body: Uint8Array
}

/**
 * Writes rows by key: all of them, or none with every fault. Returns the response as JSON.
 * For a day, the same idempotency key gets the same response; with another body it is refused (`asked-otherwise`).
 * A refused request changed nothing, so a repetition is checked again.
 */
export async function putRows(
  services: Services,
  { register, key, askedAs, body }: PutRows,
): Promise<Outcome<string, PutFault>> {
  const { store, clock, keyring } = services
  // The same bytes sent to another register are another request.
  const bodyHash = keyring.mac('api-key', Buffer.concat([Buffer.from(`${register}\n`), body]))
  const receipt =
    askedAs === null
      ? null
      : { keyId: key.id, askedAs: keyring.mac('api-key', `${key.id} asked as ${askedAs}`), bodyHash }
  const storedAnswer = receipt && (await store.apiKeys.answer(receipt.keyId, receipt.askedAs, clock.now()))
  if (storedAnswer) {
    return equalBytes(storedAnswer.bodyHash, bodyHash)
      ? ok(storedAnswer.answer)
      : { ok: false, fault: { code: 'asked-otherwise' } }
  }
  const parsed = parse(body)
  if (!parsed.ok) return parsed
  const reading = readingOf(register, 'default')
  if (!reading) throw new Error(`${register} has no form of its own`)
  const read = bodyRows(parsed.value, fieldsOf(register), reading.profile)
  const request = { ...read, body, bodyHash, receipt, keyName: key.name }
  return register === 'travelers' ? takeTravelers(services, request) : takeEvidence(services, register, request)
}

function parse(body: Uint8Array): Outcome<readonly unknown[], PutFault> {
  let json: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    if (isNestedDeeper(text)) return { ok: false, fault: { code: 'bad-json' } }
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: { code: 'bad-json' } }
  }
  if (!Array.isArray(json)) return { ok: false, fault: { code: 'bad-json' } }
  if (json.length === 0) return { ok: false, fault: { code: 'no-rows' } }
  return json.length > MAX_ROWS ? { ok: false, fault: { code: 'too-many-rows' } } : ok(json)
}

/**
 * Imports the rows of a request into a register, all or none, and stores the response in the same transaction. Returns
 * it as JSON.
 */
async function takeEvidence(
  { store, clock, ids, timeZone }: Services,
  register: RegisterId,
  { rows, body, bodyHash, receipt, keyName, unread }: TakeRequest,
): Promise<Outcome<string, PutFault>> {
  const ports = { evidence: store.evidence, clock, ids, timeZone }
  const profile = defaultProfile(register)
  if (unread) {
    const faultyTable = { register, profile, fault: unread, sound: rows, mostFaults: MAX_FAULTS }
    return { ok: false, fault: await addFaults(ports, faultyTable) }
  }
  // Keyed if rows are about single people: a plain hash would still identify them after the deletion.
  const digest = isStaffRegister(register)
    ? Buffer.from(bodyHash).toString('hex')
    : createHash('sha256').update(body).digest('hex')
  const table = { rows, digest, rowCount: rows.length, numberColumns: [], absentColumns: [] }
  const origin = { fileName: requestName(register), by: keyName, request: { receipt } }
  const imported = await importTable(ports, { register, profile, table, dryRun: false, ...origin })
  if (!imported.ok) {
    const { fault } = imported
    if (fault.code === 'bad-rows') return { ok: false, fault }
    if (fault.code === 'registers-changed') return { ok: false, fault: { code: 'registers-changed' } }
    throw new Error(`rows that were read are no table: ${fault.code}`)
  }
  const { added, changed, unchanged } = imported.value
  return ok(JSON.stringify({ rows: rows.length, added, changed, unchanged }))
}

/** Imports the travelers of a request, all or none. Returns the response as JSON. */
async function takeTravelers(
  services: Services,
  { rows, bodyHash, receipt, keyName, unread, leftOut }: TakeRequest,
): Promise<Outcome<string, BadRows>> {
  // Keyed, unlike a file's: a plain hash of one traveler would still identify them after an erasure.
  const digest = Buffer.from(bodyHash).toString('hex')
  // The fields of a traveler are texts, a month, a day and yes-no.
  const table = travelerTable(rows as readonly TravelerRow[], digest, {
    unread: unread?.total ?? 0,
    leftOut: leftOut as readonly TravelerRow[],
  })
  const languages = await activeTags(services.store.languages)
  const origin = { table, languages, fileName: requestName('travelers'), by: keyName, byKey: true }
  const imported = await importTravelers(surveyPorts(services), { ...origin, dryRun: false, faultsTold: MAX_FAULTS })
  if (!imported.ok) {
    const faults = travelerFaults(imported.fault)
    return { ok: false, fault: unread ? withUnread(unread, faults, MAX_FAULTS) : faults }
  }
  const { digest: _, ...counts } = imported.value
  const answer = JSON.stringify(counts)
  // The travelers are written even if a full disk prevents storing the response; a repetition changes nothing.
  if (receipt)
    await services.store.apiKeys
      .storeAnswer({ ...receipt, answer, at: services.clock.now() })
      .catch((error: unknown) => {
        if (!isDiskFull(error)) throw error
      })
  return ok(answer)
}

/** A request whose rows were read. */
export interface TakeRequest {
  readonly rows: readonly TableRow<Readonly<Record<string, Cell>>>[]
  readonly body: Uint8Array
  readonly bodyHash: Uint8Array
  /** Null if the sender gave no idempotency key. */
  readonly receipt: RequestReceipt | null
  /** Name of the key. */
  readonly keyName: string
  /** Faults of unreadable rows: nothing is written, but the other rows are checked as well. */
  readonly unread: BadRows | null
  /** Valid rows of the request. */
  readonly leftOut: readonly TableRow<Readonly<Record<string, Cell>>>[]
}

export type PutFault =
  | { readonly code: 'bad-json' | 'no-rows' | 'too-many-rows' | 'asked-otherwise' | 'registers-changed' }
  | BadRows

/** Limit of reported faults: enough for each row to repeat the number of one other and the address of another. */
const MAX_FAULTS = 2 * MAX_ROWS

/** Name of a request, shown instead of a file's name. */
const requestName = (register: string): string => `POST /api/v1/registers/${register}/rows`

type Row = TableRow<Readonly<Record<string, Cell>>>

/**
 * Reads the rows of a request by the rules for files. Returns valid rows, faults of the others, and what is valid in
 * faulty rows. The first row is 1.
 */
function bodyRows(
  body: readonly unknown[],
  fields: readonly Field[],
  profile: ImportProfile,
): { rows: Row[]; unread: BadRows | null; leftOut: Row[] } {
  const header = fields.map(({ name }) => name)
  const schema = rowSchema(fields)
  const reader = rowReader(header, fields, profile)
  if (!reader.ok) throw new Error(reader.fault.code)
  const rows: Row[] = []
  const leftOut: Row[] = []
  const faults: RowFault[] = []
  for (const [index, row] of body.entries()) {
    const rowNumber = index + 1
    const leave = (cells: Row['cells']) => void leftOut.push({ rowNumber, cells })
    const parsed = schema.safeParse(row)
    if (!parsed.success) {
      const misshapen = parsed.error.issues.flatMap((issue) => shapeFaults(issue, rowNumber, row, fields))
      faults.push(...misshapen)
      const columns = new Set(misshapen.map(({ column }) => column))
      if (!isObject(row) || columns.has(null)) continue
      const record = header.map((name) => (columns.has(name) ? '' : cellText(row[name], profile)))
      reader.value(record, rowNumber, (fault) => {
        if (!columns.has(fault.column)) faults.push(fault)
      })
      continue
    }
    const record = header.map((name) => cellText(parsed.data[name], profile))
    const cells = reader.value(record, rowNumber, (fault) => faults.push(fault), leave)
    if (cells) rows.push({ rowNumber, cells })
  }
  const unread = faults.length > 0 ? ({ code: 'bad-rows', rows: faults, total: faults.length } as const) : null
  return { rows, unread, leftOut }
}

const isObject = (row: unknown): row is Readonly<Record<string, unknown>> => typeof row === 'object' && row !== null

function cellText(value: unknown, profile: ImportProfile): string {
  if (typeof value === 'boolean') return (value ? profile.yesNo.yes : profile.yesNo.no)[0] ?? ''
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => cellText(item, profile)).join(profile.listSeparator)
  // An unpaired surrogate is no character; it is shown as one that no cell may contain.
  return typeof value === 'string' ? (value.isWellFormed() ? value : '\u0000') : ''
}

const MAX_TEXT_CHARACTERS = 40
/** Limit of reported unknown fields in one row; a hostile body can have half a million. */
const MAX_UNKNOWN = 20

/** Describes the accepted values of a field without words of a language. */
function expectedText({ kind, values, min, max }: Field): string {
  if (values) return values.join(', ')
  if (kind === 'yes-no') return 'true, false'
  if (kind === 'list') return '["…"]'
  return kind === 'integer' || kind === 'number' ? `${min ?? ''}..${max ?? ''}` : '"…"'
}

/** Faults in the shape of a row: not an object, or a missing, mistyped or unknown field. */
function shapeFaults(issue: z.core.$ZodIssue, rowNumber: number, row: unknown, fields: readonly Field[]): RowFault[] {
  const fault = (column: string | null, value: unknown, would: string): RowFault => {
    const text = value === undefined ? '' : JSON.stringify(value).slice(0, MAX_TEXT_CHARACTERS)
    return { rowNumber, column, code: value === undefined ? 'required' : 'bad-value', text, expected: would }
  }
  if (issue.code === 'unrecognized_keys') {
    const names = fields.map((field) => field.name).join(', ')
    return issue.keys.slice(0, MAX_UNKNOWN).map((key) => fault(null, key, names))
  }
  const [name] = issue.path
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return [fault(null, row, `{"${fields[0]?.name}": …}`)]
  const cellFault = fault(field.name, (row as Readonly<Record<string, unknown>>)[field.name], expectedText(field))
  const isNumber = field.kind === 'integer' || field.kind === 'number'
  return [isNumber && cellFault.code === 'bad-value' ? { ...cellFault, code: 'bad-number' } : cellFault]
}
