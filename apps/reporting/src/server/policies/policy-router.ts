import { addPolicyText, listDifference, listPolicyPages, listProofs, planSurfaceCheck } from '@wayproof/evidence'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { policyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const code = z.string().min(1).max(64)
const language = z.string().min(1).max(35)
const surface = z.strictObject({ surfaceId: code })
const page = surface.extend({ language })
const versions = z.strictObject({ language, before: code, after: code })
// The core checks the length; this only limits what is read.
const approved = z.strictObject({ version: code, language, text: z.string().max(300_000) })

export const policyRouter = router({
  pages: readerProcedure.query(async ({ ctx }) => {
    const ports = await policyPorts(ctx)
    return { pages: await listPolicyPages(ports), checkDays: ports.policyTerms.checkDays }
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

  addText: officerProcedure
    .input(approved)
    .mutation(async ({ ctx, input }) =>
      unwrap(await addPolicyText(await policyPorts(ctx), { ...input, by: ctx.user.name })),
    ),
})
