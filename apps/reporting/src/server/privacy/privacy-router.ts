import { PERSONAL_FIELDS } from '@wayproof/operations/personal-data/personal-fields'
import { proofReaders } from '@wayproof/operations/retention/proof-readers'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler'
import { suppressAddress } from '@wayproof/survey/travelers/suppress-address'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const personInput = z.union([z.strictObject({ email: text(254) }), z.strictObject({ customerNumber: text(100) })])

export const privacyRouter = router({
  /** The register of personal data, as codes. */
  fields: readerProcedure.query(() => PERSONAL_FIELDS),

  /** The proofs of deletion that the user may see, newest day first. */
  proofs: readerProcedure.query(async ({ ctx }) =>
    (await ctx.store.retention.proofs()).filter((proof) => proofReaders(proof)?.includes(ctx.user.role) ?? true),
  ),

  /** Cannot be undone. The result does not depend on whether the person has answered. */
  erase: officerProcedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await eraseTraveler(surveyPorts(ctx), input))),

  /** For an objection or a withdrawn consent: no more survey letters to the address. */
  suppress: officerProcedure
    .input(z.strictObject({ email: text(254) }))
    .mutation(async ({ ctx, input }) => unwrap(await suppressAddress(surveyPorts(ctx), input))),
})
