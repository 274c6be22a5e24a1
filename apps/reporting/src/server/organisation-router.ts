import { z } from 'zod'
import { calendarDate, email, text } from './input.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const organisation = z.strictObject({
  nameZh: text(100),
  nameEn: text(100),
  contactEmail: email,
  programmeStart: calendarDate,
  foundedOn: calendarDate.nullable().default(null),
  baselineYear: z.int().min(2000).max(2100).nullable(),
  /** Made-up data: every page and letter says so. */
  sample: z.boolean().optional(),
})

export const organisationRouter = router({
  get: readerProcedure.query(({ ctx }) => ctx.store.organisation.get()),

  save: officerProcedure.input(organisation).mutation(async ({ ctx, input }) => {
    const known = await ctx.store.organisation.get()
    await ctx.store.organisation.save({ ...input, sample: input.sample ?? known?.sample ?? false })
    return null
  }),
})
