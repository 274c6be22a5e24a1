import type { Owner } from '@wayproof/accounts/accounts/person'
import { ROLE_OF } from '@wayproof/accounts/accounts/person'
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
import { editionPorts } from '../editions/edition-ports.ts'
import type { Services } from '../trpc/context.ts'

export interface AnswerQuestion {
  readonly id: Id
  /** Name of the officer. */
  readonly by: string
}

/** Stores an answer that has no other effect. Faults: `question-settled`, `answer-unfit`. */
export async function answerQuestion(
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
export async function runQuestionWork(services: Services, { id, by }: AnswerQuestion): Promise<Outcome<null>> {
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
