import type { Id, Instant } from '@wayproof/kernel'
import type { Asked, OfficerQuestion, QuestionAnswer } from './officer-question.ts'

/** Keeps what officers are asked. */
export interface QuestionStore {
  /** Opens a question and mails every officer, in one act. False: it is open already. */
  ask(asked: Asked, at: Instant): Promise<boolean>
  /** Ends a question whose cause is gone, and withdraws its waiting letters. False: none was open. */
  withdraw(of: Pick<Asked, 'kind'> & { readonly subject: string }, at: Instant): Promise<boolean>
  /** Keeps an answer; one that `ends` settles the question. False: it is not open. */
  answer(id: Id, answer: GivenAnswer): Promise<boolean>
  /** Answers the question about the clock with `right`: `at` is the new trusted moment. False: it is not open. */
  confirmClock(id: Id, confirmed: Pick<GivenAnswer, 'by' | 'at'>): Promise<boolean>
  /** Open ones, the oldest first. */
  open(): Promise<readonly OfficerQuestion[]>
  find(id: Id): Promise<OfficerQuestion | null>
  /** The latest of those that are settled. */
  settled(most: number): Promise<readonly OfficerQuestion[]>
}

export interface GivenAnswer {
  readonly answer: QuestionAnswer
  readonly ends: boolean
  /** Name of the officer. */
  readonly by: string
  readonly at: Instant
}
