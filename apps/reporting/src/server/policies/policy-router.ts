import { listDifference, listPolicyPages, listProofs } from '@wayproof/evidence/policy-watch/list-pages'
import { planSurfaceCheck } from '@wayproof/evidence/policy-watch/plan-checks'
import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { policyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { askPolicyText } from './policy-text-act.ts'

const code = z.string().min(1).max(64)
const language = z.string().min(1).max(35)
const surface = z.strictObject({ surfaceId: code })
const page = surface.extend({ language })
const versions = z.strictObject({ language, before: code, after: code })
// The core checks the length; this only limits what is read.
const approved = z.strictObject({ version: code, language, text: z.string().max(300_000) })

export const policyRouter = router({
  /** The pages today, or at the end of a half-year that is over. */
  pages: readerProcedure.input(atHalfYear.optional()).query(async ({ ctx, input }) => {
    const ports = await policyPorts(ctx)
    const half = parsePeriod(input?.period ?? '')
    const pages = await listPolicyPages(ports, half ? { asOf: lastDay(half) } : {})
    return { pages, checkDays: ports.policyTerms.checkDays }
  }),

  proofs: readerProcedure.input(page).query(async ({ ctx, input }) => listProofs(await policyPorts(ctx), input)),

  versions: readerProcedure.query(({ ctx }) => ctx.store.policies.versions()),

  difference: readerProcedure
    .input(versions)
    .query(async ({ ctx, input }) => unwrap(await listDifference(await policyPorts(ctx), input))),

  /** The scheduler reads the pages, because this server opens no outgoing connection. */
  check: officerProcedure
    .input(surface)
    .mutation(async ({ ctx, input }) => unwrap(await planSurfaceCheck(await policyPorts(ctx), input))),

  /** Asks another officer to approve the text. */
  addText: officerProcedure
    .input(approved)
    .mutation(async ({ ctx, input }) => unwrap(await askPolicyText(ctx, ctx.user, input))),
})
