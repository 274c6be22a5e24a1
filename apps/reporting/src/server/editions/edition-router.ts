import { LOCALES } from '@wayproof/kernel/people/locale'
import { approveEdition, releaseEdition } from '@wayproof/letters/editions/decide-edition'
import { listComingEditions, previewEdition } from '@wayproof/letters/editions/show-edition'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import {
  checkEditionSettings,
  FEWEST_WORKING_DAYS,
  MOST_WORKING_DAYS,
} from '@wayproof/scorecard/editions/edition-settings'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import { refuseUnseen } from '../settings/refuse-unseen.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { halfYearKey, optionalText } from '../trpc/input.ts'
import { officerProcedure, readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'
import { editionPorts } from './edition-ports.ts'
import { listEditions, showEdition } from './list-editions.ts'

const id = z.uuid()
const comment = optionalText(MOST_COMMENT_CHARACTERS)
const idInput = z.strictObject({ id })
const decision = idInput.extend({ comment })
const preview = z.strictObject({
  /** Null for an edition that is sent now. */
  id: id.nullable(),
  period: halfYearKey,
  reader: z.enum(['executive', ...Object.values(OWNERS)]),
  locale: z.enum(LOCALES),
  comment,
})
const settings = z.strictObject({
  workingDays: z.int().min(FEWEST_WORKING_DAYS).max(MOST_WORKING_DAYS),
  preliminary: z.boolean(),
  approval: z.boolean(),
  monthly: z.boolean(),
  quarterly: z.boolean(),
})

export const editionRouter = router({
  /** Newest first. Officers also see waiting editions. */
  list: readerProcedure.query(({ ctx }) => listEditions(ctx, ctx.user)),

  /**
   * An edition with its letters as sent: all letters and recipients for officers and auditors, for others their own
   * kind.
   */
  show: readerProcedure
    .input(idInput)
    .query(async ({ ctx, input }) => unwrap(await showEdition(ctx, ctx.user, input.id))),

  /** The letter exactly as it would be sent now. */
  preview: officerProcedure.input(preview).query(async ({ ctx, input: { id: edition, period, ...choice } }) => {
    const source = edition === null ? { period } : { id: edition }
    return unwrap(await previewEdition(editionPorts(ctx), { ...choice, ...source, by: ctx.user.name }))
  }),

  /** Sends an edition that waits for approval. */
  approve: timedProcedure
    .input(decision)
    .mutation(async ({ ctx, input }) => unwrap(await approveEdition(editionPorts(ctx), { ...input, by: ctx.user }))),

  /** Sends a held edition as it is. */
  release: timedProcedure
    .input(decision)
    .mutation(async ({ ctx, input }) => unwrap(await releaseEdition(editionPorts(ctx), { ...input, by: ctx.user }))),

  /** Sends failed and bounced letters again. */
  sendAgain: timedProcedure.input(idInput).mutation(async ({ ctx, input }) => ({
    letters: await ctx.store.editions.sendAgain(input.id, ctx.clock.now()),
  })),

  settings: readerProcedure.query(async ({ ctx }) => (await ctx.store.editions.schedule()).settings),

  saveSettings: officerProcedure
    .input(settings.extend({ seen: settings.optional() }))
    .mutation(async ({ ctx, input: { seen: seenSettings, ...typed } }) => {
      const valid = unwrap(checkEditionSettings(typed))
      await ctx.store.editions.saveSettings(valid, ctx.user.name, ctx.clock.now(), (current) =>
        refuseUnseen(seenSettings, { ...current }),
      )
      return null
    }),

  /** The future dates, with `settings` in place of the saved ones. */
  coming: readerProcedure
    .input(z.strictObject({ settings: settings.nullable() }))
    .query(async ({ ctx, input }) =>
      listComingEditions(editionPorts(ctx), input.settings ?? (await ctx.store.editions.schedule()).settings),
    ),

  /** Users whose latest email bounced or was rejected. */
  bouncing: officerProcedure.query(({ ctx }) => ctx.store.editions.bouncing()),
})
