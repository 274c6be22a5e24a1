import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import type { Attachment } from '@wayproof/evidence/attachments/ports'
import { type NoticeClock, noticeClocks } from '@wayproof/evidence/notices/notice-clock'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import type { IncidentNotice } from '@wayproof/evidence/registers/incidents/incident-notice'
import {
  type CorrectRows,
  type CorrectRowsFault,
  correctRows,
  MOST_CORRECTED,
} from '@wayproof/evidence/rows/correct-rows'
import { readListSearch } from '@wayproof/evidence/rows/list-search'
import type { Cells, RemovedRow, RowChange, StoredRow } from '@wayproof/evidence/rows/ports'
import { ROW_VIEWS } from '@wayproof/evidence/rows/row-view'
import { MAX_VIEW_NAME } from '@wayproof/evidence/rows/saved-view'
import type { WriteFault } from '@wayproof/evidence/rows/write-fault'
import { type WriteRow, writeRow } from '@wayproof/evidence/rows/write-row'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { z } from 'zod'
import { proposeInFault } from '../import/propose-in-fault.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line, text } from '../trpc/input.ts'
import { keeperProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { readRows } from './read-rows.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'
import { readSavedViews, saveView } from './saved-views.ts'

/** For the department that maintains the register. Faults: `evidence-unknown`, `not-the-keeper`. */
async function withdrawEvidence(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  user: Person,
  { id, reason }: { readonly id: Id; readonly reason: string },
): Promise<Outcome<null>> {
  const register = await store.attachments.registerOf(id)
  if (!register) return fail('evidence-unknown')
  if (!mayWrite(user.role, register)) return fail('not-the-keeper')
  return store.attachments.withdraw(id, { at: clock.now(), by: user.id, reason })
}

const register = z.enum(REGISTER_IDS)
const key = z.string().max(1_000)
const query = z.strictObject({
  register,
  find: z.string().trim().max(100),
  only: z.string().max(2_000).default(''),
  view: z.enum(ROW_VIEWS).default('all'),
  sort: z
    .strictObject({ field: z.string().max(40), isDescending: z.boolean() })
    .nullable()
    .default(null),
  page: z.int().min(1).max(20_000),
})

const texts = z.record(z.string().max(40), z.string().max(4_000))
const writeInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), texts }),
  z.strictObject({ kind: z.literal('correct'), key, texts, seen: texts }),
  z.strictObject({ kind: z.literal('remove'), key, seen: texts }),
  z.strictObject({ kind: z.literal('restore'), key }),
])

const correctInput = z.strictObject({
  register,
  field: z.string().max(40),
  text: z.string().max(4_000),
  rows: z.array(z.strictObject({ key, seen: z.string().max(4_000) })).max(MOST_CORRECTED),
  reason: text(500),
})

const viewName = line(MAX_VIEW_NAME)

/** The parameters of the page's address, under the same rules; whatever the address would ignore is refused. */
const listSearch = z
  .partialRecord(z.enum(['find', 'only', 'view', 'sort', 'columns']), z.string().max(2_000))
  .refine((search) => Object.keys(readListSearch(search)).length === Object.keys(search).length)
  .transform(readListSearch)

/** The records of a register, one page or one record at a time. */
export const registerRowRouter = router({
  page: readerProcedure.input(query).query(({ ctx, input }) => readRows(ctx, ctx.user.role, input)),

  /** A few records of any register that contain a text. */
  search: readerProcedure
    .input(z.strictObject({ find: z.string().trim().min(1).max(100) }))
    .query(({ ctx, input }) => searchRecords(ctx, ctx.user.role, input.find)),

  show: readerProcedure
    .input(z.strictObject({ register, key }))
    .query(async ({ ctx, input }) => unwrap(await showRow(ctx, ctx.user.role, input))),

  /** The deadlines of an incident's notification duties. */
  noticeClocks: readerProcedure
    .input(z.strictObject({ incidentId: z.string().max(64) }))
    .query(async ({ ctx, input }) => unwrap(await readNoticeClocks(ctx, input.incidentId))),

  /** Manually removed records, which can be restored. */
  removed: keeperProcedure
    .input(z.strictObject({ register }))
    .query(async ({ ctx, input }) => unwrap(await listRemoved(ctx, ctx.user.role, input.register))),

  /** Adds, edits, removes or restores a record. A refusal is an ordinary result with the faults of each cell. */
  write: keeperProcedure
    .input(z.strictObject({ register, what: writeInput, reason: text(500) }))
    .mutation(({ ctx, input }) => keepRow(ctx, ctx.user, input)),

  /** Gives a field of many records the same value, all or none. A refusal is an ordinary result. */
  correct: keeperProcedure.input(correctInput).mutation(({ ctx, input }) => correctForKeeper(ctx, ctx.user, input)),

  /** The caller's named searches of a register, with their numbers of records and what the register no longer has. */
  savedViews: keeperProcedure
    .input(z.strictObject({ register }))
    .query(({ ctx, input }) => readSavedViews(ctx, ctx.user, input.register)),

  saveView: keeperProcedure
    .input(z.strictObject({ register, name: viewName, search: listSearch }))
    .mutation(async ({ ctx, input }) => unwrap(await saveView(ctx, ctx.user, input))),

  renameView: keeperProcedure
    .input(z.strictObject({ id: z.uuid(), name: viewName }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.savedViews.rename(ctx.user.id, input))),

  removeView: keeperProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.savedViews.remove(ctx.user.id, input.id))),

  /** Deletes the bytes of an evidence file; its entry stays. */
  withdrawEvidence: keeperProcedure
    .input(z.strictObject({ id: z.uuid(), reason: text(500) }))
    .mutation(async ({ ctx, input }) => unwrap(await withdrawEvidence(ctx, ctx.user, input))),
})

/**
 * Corrects many records for the department that maintains the register. Faults: `not-the-keeper`, and those of
 * `correctRows`.
 */
async function correctForKeeper(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  user: Person,
  command: Omit<CorrectRows, 'by'>,
): Promise<Outcome<readonly string[], CorrectRowsFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, command.register)) return fail('not-the-keeper')
  return correctRows({ rows: store.rows, clock, timeZone }, { ...command, by: user.id })
}

/**
 * Writes a manual record for the department that maintains the register. Faults: `not-the-keeper`, and those of
 * `writeRow`.
 */
async function keepRow(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  user: Person,
  command: Omit<WriteRow, 'by'>,
): Promise<Outcome<readonly string[], WriteFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, command.register)) return fail('not-the-keeper')
  const outcome = await writeRow({ rows: store.rows, clock, timeZone }, { ...command, by: user.id })
  if (outcome.ok || outcome.fault.code !== 'bad-cells') return outcome
  const { rows } = await proposeInFault({ store }, command.register, { rows: outcome.fault.cells })
  return { ok: false, fault: { code: 'bad-cells', cells: rows } }
}

interface TimedClock extends NoticeClock {
  /** Milliseconds until the notice is due, negative after it; null without a deadline. */
  readonly left: number | null
}

/** The deadlines of an incident's notification duties. Fault: `row-unknown`. */
async function readNoticeClocks(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  incidentId: string,
): Promise<Outcome<readonly TimedClock[]>> {
  const incident = await store.rows.find('incidents', JSON.stringify([incidentId]))
  if (!incident) return fail('row-unknown')
  const filters = [{ field: 'incidentId', cells: [incidentId] }]
  const notices = await store.rows.page('incident-notices', {
    ...{ find: '', filters, sort: null, offset: 0, limit: 50 },
  })
  const rows = notices.rows.map(({ cells }) => cells as unknown as IncidentNotice)
  const now = clock.now()
  const clocks = noticeClocks(incident.cells as unknown as Incident, rows, now)
  return ok(clocks.map((each) => ({ ...each, left: each.dueAt === null ? null : each.dueAt - now })))
}

const MAX_OF_REGISTER = 3
const MAX_RECORDS = 12

interface FoundRecord {
  readonly register: RegisterId
  readonly key: string
  readonly cells: Cells
}

/** The records that contain `find`, in the registers whose records this reader may see; a few of each register. */
async function searchRecords(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  find: string,
): Promise<readonly FoundRecord[]> {
  const visible = REGISTER_IDS.filter((register) => !isStaffRegister(register) || maySeeStaff(role))
  const records: FoundRecord[] = []
  // One register after the other, so that a search never takes all connections of the server.
  for (const register of visible) {
    const query = { find, filters: [], sort: null, offset: 0, limit: MAX_OF_REGISTER }
    const { rows } = await store.rows.page(register, query)
    records.push(...rows.map(({ key, cells }) => ({ register, key, cells })))
    if (records.length >= MAX_RECORDS) break
  }
  return records.slice(0, MAX_RECORDS)
}

interface ShownRow {
  readonly mayWrite: boolean
  /** Null for a record that is no longer in the register. */
  readonly row: StoredRow | null
  /** Newest first. */
  readonly history: readonly RowChange[]
  readonly evidence: readonly Attachment[]
}

/**
 * One record with its source and history, also after its removal.
 * Fault: `row-unknown`, also for a reader who may not see single people.
 */
async function showRow(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  { register, key }: { readonly register: RegisterId; readonly key: string },
): Promise<Outcome<ShownRow>> {
  if (isStaffRegister(register) && !maySeeStaff(role)) return fail('row-unknown')
  const row = await store.rows.find(register, key)
  const history = await store.rows.history(register, key)
  if (!row && history.length === 0) return fail('row-unknown')
  const evidence = await store.attachments.list(register, key)
  return ok({ mayWrite: mayWrite(role, register), row, history, evidence })
}

/** Manually removed records, for users who may restore them. Fault: `not-the-keeper`. */
async function listRemoved(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  register: RegisterId,
): Promise<Outcome<readonly RemovedRow[]>> {
  return mayWrite(role, register) ? ok(await store.rows.removed(register)) : fail('not-the-keeper')
}
