import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail } from '@wayproof/kernel/outcome'
import { z } from 'zod'
import { halfYears } from '../scorecard/half-years.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, email, optionalLine, text } from '../trpc/input.ts'
import { memberProcedure, officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

import { followSave, keptForTravelers } from './organization-act.ts'
import { refuseUnseen } from './refuse-unseen.ts'

const organisation = z.strictObject({
  nameZh: optionalLine(100),
  nameEn: optionalLine(100),
  contactEmail: email,
  programmeStart: calendarDate,
  foundedOn: calendarDate.nullable().default(null),
  baselineYear: z.int().min(2000).max(2100).nullable(),
  /** Sample data: every page and letter says so. */
  sample: z.boolean().optional(),
})

const thisYear = ({ clock, timeZone }: Services): number => Number(dateAt(clock.now(), timeZone).slice(0, 4))

const otherStart = z.strictObject({ day: calendarDate })

type TypedOrganisation = z.infer<typeof organisation>

/** Throws the fault of what was typed, given the saved data; null before set-up. */
function refuseUnfit(
  { nameZh, nameEn, programmeStart, baselineYear }: TypedOrganisation,
  saved: Pick<TypedOrganisation, 'programmeStart' | 'baselineYear'> | null,
  year: number,
): void {
  if (nameZh === '' && nameEn === '') unwrap(fail('organisation-unnamed'))
  if (saved && saved.programmeStart !== programmeStart) unwrap(fail('programme-start-stands'))
  if (saved && saved.baselineYear !== baselineYear) unwrap(fail('baseline-takes-two'))
  if (baselineYear !== null && baselineYear >= year) unwrap(fail('baseline-not-past'))
}

export const organisationRouter = router({
  get: memberProcedure.query(({ ctx }) => ctx.store.organisation.get()),

  /**
   * Set-up requires a second factor of the roles of `requireFactorsFromStart`. `seen`: the data that the page showed.
   * After set-up, another baseline year is a change of the rules, and another first day is a correction with a reason.
   */
  save: officerProcedure
    .input(organisation.extend({ seen: organisation.optional() }))
    .mutation(async ({ ctx, input: { seen: seenOrganisation, ...typed } }) => {
      const saved = await ctx.store.organisation.get()
      await ctx.store.organisation.save(keptForTravelers(saved, typed), (current) => {
        refuseUnseen(seenOrganisation, current && { ...current })
        refuseUnfit(typed, current, thisYear(ctx))
      })
      return { waits: unwrap(await followSave(ctx, ctx.user, { saved, typed })) }
    }),

  /** The corrections of the first day, newest first, and the reason if no more are possible. */
  start: readerProcedure.query(async ({ ctx: { store } }) => ({
    changes: await store.programmeStart.changes(),
    fixed: await store.programmeStart.whyFixed(),
  })),

  /** The half-years that would appear or disappear with another first day. */
  startPreview: officerProcedure.input(otherStart).query(async ({ ctx, input }) => {
    const today = dateAt(ctx.clock.now(), ctx.timeZone)
    const start = (await ctx.store.organisation.get())?.programmeStart ?? null
    const now = halfYears(today, { start, waves: [] }).available
    const availableThen = halfYears(today, { start: input.day, waves: [] }).available
    return {
      come: availableThen.filter((half) => !now.includes(half)),
      go: now.filter((half) => !availableThen.includes(half)),
    }
  }),

  correctStart: officerProcedure
    .input(otherStart.extend({ reason: text(500) }))
    .mutation(async ({ ctx, input: { day, reason } }) =>
      unwrap(await ctx.store.programmeStart.correct({ to: day, reason, at: ctx.clock.now(), by: ctx.user.name })),
    ),
})
