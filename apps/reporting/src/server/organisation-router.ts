import { dateAt, fail } from '@wayproof/kernel'
import { z } from 'zod'
import type { Parts } from './context.ts'
import { unwrap } from './fault-to-trpc.ts'
import { calendarDate, email, optionalLine } from './input.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const organisation = z.strictObject({
  nameZh: optionalLine(100),
  nameEn: optionalLine(100),
  contactEmail: email,
  programmeStart: calendarDate,
  foundedOn: calendarDate.nullable().default(null),
  baselineYear: z.int().min(2000).max(2100).nullable(),
  /** Made-up data: every page and letter says so. */
  sample: z.boolean().optional(),
})

const thisYear = ({ clock, timeZone }: Parts): number => Number(dateAt(clock.now(), timeZone).slice(0, 4))

export const organisationRouter = router({
  get: readerProcedure.query(({ ctx }) => ctx.store.organisation.get()),

  /** Once set up, another baseline year is a change of the rules, and the first day stands: goal 1 is due by it. */
  save: officerProcedure.input(organisation).mutation(async ({ ctx, input }) => {
    if (input.nameZh === '' && input.nameEn === '') unwrap(fail('organisation-unnamed'))
    const known = await ctx.store.organisation.get()
    if (known && known.programmeStart !== input.programmeStart) unwrap(fail('programme-start-stands'))
    if (known && known.baselineYear !== input.baselineYear) unwrap(fail('baseline-takes-two'))
    if (input.baselineYear !== null && input.baselineYear >= thisYear(ctx)) unwrap(fail('baseline-not-past'))
    await ctx.store.organisation.save({ ...input, sample: input.sample ?? known?.sample ?? false })
    return null
  }),
})
