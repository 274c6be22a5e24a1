import { closeFlood, reopenFlood } from '@wayproof/evidence/conversation/close-flood'
import { closeCase } from '@wayproof/evidence/rights/close-case'
import { correctCase } from '@wayproof/evidence/rights/correct-case'
import { extendTerm } from '@wayproof/evidence/rights/extend-term'
import { recordCase } from '@wayproof/evidence/rights/record-case'
import { CASE_CHANNELS, HAND_CHANNELS, RIGHTS_KINDS, RIGHTS_OUTCOMES } from '@wayproof/evidence/rights/rights-case'
import { RIGHTS_REGIMES } from '@wayproof/evidence/rights/rights-clock'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { listCases, showCase } from '@wayproof/evidence/rights/show-case'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, email, locale, optionalText, text } from '../trpc/input.ts'
import { rightsPorts } from '../trpc/ports.ts'
import { deskProcedure, router } from '../trpc/trpc.ts'
import { flood, floodDay } from './flood-input.ts'

const idInput = z.strictObject({ id: z.uuid() })
// Limit in UTF-16 units, above the limit in characters that the core checks.
const messageText = z.string().max(10_000)
const answer = idInput.extend({ text: messageText, purpose: z.enum(['question', 'answer']) })
const extension = idInput.extend({ reason: messageText })
const closing = idInput.extend({ outcome: z.enum(RIGHTS_OUTCOMES) })
const facts = z.strictObject({
  kind: z.enum([...RIGHTS_KINDS, 'enquiry']),
  regime: z.enum(RIGHTS_REGIMES).nullable(),
  channel: z.enum(CASE_CHANNELS),
  receivedOn: calendarDate,
})
const recording = facts.extend({
  formCode: text(100),
  channel: z.enum(HAND_CHANNELS),
  text: messageText,
  contact: email.nullable(),
  identityChecked: z.boolean(),
  locale,
})
const correction = idInput.extend({ facts, reason: optionalText(500) })

const firstDay = async ({ store }: Pick<Services, 'store'>) => (await store.organisation.get())?.foundedOn ?? null

const floodPorts = (ctx: Services) => ({ ...rightsPorts(ctx), entries: ctx.store.rights })

/** Requests and complaints are about single people, so only their handlers see them. */
export const rightsRouter = router({
  list: deskProcedure.query(({ ctx }) => listCases(rightsPorts(ctx))),

  show: deskProcedure.input(idInput).query(async ({ ctx, input }) => {
    const rightsCase = unwrap(await showCase(rightsPorts(ctx), input))
    await ctx.store.auditLog.addReading({ act: 'case-read', at: ctx.clock.now(), subject: input.id })
    return rightsCase
  }),

  answer: deskProcedure
    .input(answer)
    .mutation(async ({ ctx, input }) => unwrap(await sendAnswer(rightsPorts(ctx), input))),

  extend: deskProcedure
    .input(extension)
    .mutation(async ({ ctx, input }) => unwrap(await extendTerm(rightsPorts(ctx), input))),

  close: deskProcedure
    .input(closing)
    .mutation(async ({ ctx, input }) => unwrap(await closeCase(rightsPorts(ctx), input))),

  /** Closes many untouched requests at once. */
  closeFlood: deskProcedure
    .input(flood)
    .mutation(async ({ ctx, input }) => unwrap(await closeFlood(floodPorts(ctx), input))),

  reopenFlood: deskProcedure
    .input(floodDay)
    .mutation(async ({ ctx, input }) => unwrap(await reopenFlood(floodPorts(ctx), input))),

  /** An ID for the next form. */
  form: deskProcedure.query(({ ctx }) => newSecretCode(ctx.tokens)),

  /** Records a request made by telephone, letter or email, or in a branch office. */
  record: deskProcedure.input(recording).mutation(async ({ ctx, input }) => {
    const commandInput = { ...input, by: ctx.user.name, founded: await firstDay(ctx) }
    return unwrap(await recordCase(rightsPorts(ctx), commandInput))
  }),

  correct: deskProcedure.input(correction).mutation(async ({ ctx, input }) => {
    const commandInput = { ...input, by: ctx.user.name, founded: await firstDay(ctx) }
    return unwrap(await correctCase(rightsPorts(ctx), commandInput))
  }),
})
