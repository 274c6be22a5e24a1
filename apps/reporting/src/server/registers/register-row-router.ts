import { REGISTER_IDS } from '@wayproof/evidence'
import { z } from 'zod'
import { unwrap } from '../fault-to-trpc.ts'
import { readerProcedure, router } from '../trpc.ts'
import { readRows } from './read-rows.ts'
import { showRow } from './show-row.ts'

const register = z.enum(REGISTER_IDS)
const key = z.string().max(1_000)
const only = z.strictObject({ field: z.string().max(40), text: z.string().max(200) }).nullable()
const query = z.strictObject({ register, find: z.string().trim().max(100), only, page: z.int().min(1).max(20_000) })

/** The rows of a register, one page or one row at a time. */
export const registerRowRouter = router({
  page: readerProcedure.input(query).query(({ ctx, input }) => readRows(ctx, ctx.user.role, input)),

  show: readerProcedure
    .input(z.strictObject({ register, key }))
    .query(async ({ ctx, input }) => unwrap(await showRow(ctx, ctx.user.role, input))),
})
