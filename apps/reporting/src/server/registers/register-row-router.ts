import { REGISTER_IDS } from '@wayproof/evidence/register'
import { MOST_CORRECTED } from '@wayproof/evidence/rows/correct-rows'
import { readListSearch } from '@wayproof/evidence/rows/list-search'
import { ROW_VIEWS } from '@wayproof/evidence/rows/row-view'
import { MAX_VIEW_NAME } from '@wayproof/evidence/rows/saved-view'
import { z } from 'zod'
import { withdrawEvidence } from '../evidence/withdraw-evidence.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line, text } from '../trpc/input.ts'
import { keeperProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { correctForKeeper } from './correct-for-keeper.ts'
import { keepRow } from './keep-row.ts'
import { readNoticeClocks } from './read-notice-clocks.ts'
import { readRows } from './read-rows.ts'
import { readSavedViews, saveView } from './saved-views.ts'
import { searchRecords } from './search-records.ts'
import { listRemoved, showRow } from './show-row.ts'

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
