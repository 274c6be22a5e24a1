import { type Owner, ROLE_OF } from '@wayproof/accounts/accounts/person'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { editionGaps } from '@wayproof/letters/editions/compose-edition'
import { remindOwners } from '@wayproof/letters/outbox/remind-owners'
import {
  type OfficerQuestion,
  QUESTION_ANSWERS,
  type QuestionAnswer,
  settles,
} from '@wayproof/letters/questions/officer-question'
import { z } from 'zod'
import { editionPorts } from '../editions/edition-ports.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { officerProcedure, router, timedProcedure } from '../trpc/trpc.ts'

/** Enough to compare the time with another clock and to read a sentence. */
const MAX_AGE_MS = 15 * 60_000
/** A page may be ahead of the server by the time of a response. */
const AHEAD_MS = 60_000

interface ConfirmClock {
  readonly id: Id
  /** Time on the page when the officer declared the clock right, and again at the confirmation. */
  readonly shown: Instant
  readonly again: Instant
  /** Name of the officer. */
  readonly by: string
}

/**
 * An officer confirms that the clock is right: it becomes the newest trusted moment, and everything due by it is
 * carried out. The clock must still show the confirmed time.
 * Faults: `question-settled`, `clock-moved`.
 */
async function confirmClock(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { id, shown: shownAt, again, by }: ConfirmClock,
): Promise<Outcome<null>> {
  const at = clock.now()
  const isNow = (moment: Instant) => moment <= at + AHEAD_MS && moment > at - MAX_AGE_MS
  if (!isNow(shownAt) || !isNow(again) || again < shownAt) return fail('clock-moved')
  const question = await store.questions.find(id)
  if (question?.kind !== 'clock') return fail('question-settled')
  return (await store.questions.confirmClock(id, { by, at })) ? ok(null) : fail('question-settled')
}

/** Settled questions on one page. */
const SETTLED_SHOWN = 30

const idInput = z.strictObject({ id: text(64) })
const answerInput = idInput.extend({ answer: z.enum(['wrong', 'leave-out', 'seen']) })
const moment = z.int().min(0)
const clockRight = idInput.extend({ shown: moment, again: moment })

/** Questions that only an officer can decide. */
export const questionRouter = router({
  /** `now`: the time of the server's clock. */
  list: officerProcedure.query(async ({ ctx: { store, clock, timeZone } }) => ({
    now: clock.now(),
    timeZone,
    open: await store.questions.open(),
    settled: await store.questions.settled(SETTLED_SHOWN),
  })),

  answer: officerProcedure
    .input(answerInput)
    .mutation(async ({ ctx, input }) => unwrap(await answerQuestion(ctx, { ...input, by: ctx.user.name }))),

  /** Carries out what was missed. */
  carryOut: timedProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await runQuestionWork(ctx, { ...input, by: ctx.user.name }))),

  confirmClock: officerProcedure
    .input(clockRight)
    .mutation(async ({ ctx, input }) => unwrap(await confirmClock(ctx, { ...input, by: ctx.user.name }))),
})

interface AnswerQuestion {
  readonly id: Id
  /** Name of the officer. */
  readonly by: string
}

/** Stores an answer that has no other effect. Faults: `question-settled`, `answer-unfit`. */
async function answerQuestion(
  services: Pick<Services, 'store' | 'clock'>,
  { answer, ...target }: AnswerQuestion & { readonly answer: Exclude<QuestionAnswer, 'right' | 'do-it'> },
): Promise<Outcome<null>> {
  const question = await services.store.questions.find(target.id)
  if (!question || question.endedAt !== null) return fail('question-settled')
  return keep(services, question, answer, target.by)
}

/**
 * Carries out what was missed, and stores that as the answer. A repetition mails no one twice.
 * Faults: `question-settled`, `answer-unfit`.
 */
async function runQuestionWork(services: Services, { id, by }: AnswerQuestion): Promise<Outcome<null>> {
  const question = await services.store.questions.find(id)
  if (!question || question.endedAt !== null) return fail('question-settled')
  switch (question.kind) {
    case 'late-reminder': {
      const { store, clock, timeZone } = services
      const { period, month } = question.data
      const { closing, outbox } = store
      const gaps = () => editionGaps(editionPorts(services), period)
      const peopleOf = (owner: Owner) => store.usersOf(ROLE_OF[owner])
      await remindOwners({ closing, outbox, clock, timeZone, gaps, peopleOf }, { period, occasion: month })
      break
    }
    default:
      return fail('answer-unfit')
  }
  return keep(services, question, 'do-it', by)
}

async function keep(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { id, kind }: OfficerQuestion,
  answer: QuestionAnswer,
  by: string,
): Promise<Outcome<null>> {
  const fitting: readonly QuestionAnswer[] = QUESTION_ANSWERS[kind]
  if (!fitting.includes(answer)) return fail('answer-unfit')
  const answerRecord = { answer, ends: settles(kind, answer), by, at: clock.now() }
  return (await store.questions.answer(id, answerRecord)) ? ok(null) : fail('question-settled')
}
