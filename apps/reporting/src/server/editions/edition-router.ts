import { ownerOf, type Person } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { approveEdition, releaseEdition } from '@wayproof/letters/editions/decide-edition'
import type { ArchivedLetter, EditionDelivery } from '@wayproof/letters/editions/edition-store'
import { listComingEditions, previewEdition } from '@wayproof/letters/editions/show-edition'
import { type Edition, type EditionReaderKind, MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import {
  checkEditionSettings,
  FEWEST_WORKING_DAYS,
  MOST_WORKING_DAYS,
} from '@wayproof/scorecard/editions/edition-settings'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import { refuseUnseen } from '../settings/refuse-unseen.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { halfYearKey, optionalText } from '../trpc/input.ts'
import { officerProcedure, readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'
import { editionPorts } from './edition-ports.ts'

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

interface ShownEdition {
  readonly edition: Edition
  readonly letters: readonly ArchivedLetter[]
  /** The letter that the reader was sent; null if none was. */
  readonly own: Pick<ArchivedLetter, 'reader' | 'locale'> | null
  /** Null for readers who may not see the recipients. */
  readonly ledger: readonly EditionDelivery[] | null
}

/** Only officers see waiting editions; everyone sees sent ones. */
const maySee = ({ role }: Person, { state }: Edition): boolean => role === 'officer' || state === 'sent'

const listEditions = async ({ store }: Pick<Services, 'store'>, reader: Person): Promise<readonly Edition[]> =>
  (await store.editions.list()).filter((edition) => maySee(reader, edition))

/** Fault `edition-unknown`. */
async function showEdition({ store }: Pick<Services, 'store'>, reader: Person, id: Id): Promise<Outcome<ShownEdition>> {
  const edition = await store.editions.find(id)
  if (!edition || !maySee(reader, edition)) return fail('edition-unknown')
  const letters = await store.editions.archive(id)
  const ledger = await store.editions.ledger(id)
  const delivery = ledger.find(({ userId }) => userId === reader.id)
  const maySeeAll = reader.role === 'officer' || reader.role === 'auditor'
  return ok({
    edition,
    letters: maySeeAll ? letters : lettersFor(delivery?.reader ?? readerOf(reader), letters),
    own: delivery ? { reader: delivery.reader, locale: delivery.locale } : null,
    ledger: maySeeAll ? ledger : null,
  })
}

const readerOf = ({ role }: Person): EditionReaderKind => ownerOf(role) ?? 'executive'

/** The letters of a kind of reader; the executives' letters if that kind was sent none. */
function lettersFor(kind: EditionReaderKind, letters: readonly ArchivedLetter[]): readonly ArchivedLetter[] {
  const ownLetters = letters.filter(({ reader }) => reader === kind)
  return ownLetters.length > 0 ? ownLetters : letters.filter(({ reader }) => reader === 'executive')
}
