import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Asked, OfficerQuestion, QuestionAnswer } from './officer-question.ts'

/** Stores the questions to officers. */
export interface QuestionStore {
  /** Opens a question and mails every officer in one transaction. Returns false if it is already open. */
  ask(question: Asked, at: Instant): Promise<boolean>
  /** Ends a question whose cause has ended, and withdraws its queued letters. Returns false if none was open. */
  withdraw(of: Pick<Asked, 'kind'> & { readonly subject: string }, at: Instant): Promise<boolean>
  /** Stores an answer; one that `ends` settles the question. Returns false if it is not open. */
  answer(id: Id, answer: GivenAnswer): Promise<boolean>
  /** Answers the question about the clock with `right`: `at` is the new trusted time. Returns false if it is not open. */
  confirmClock(id: Id, confirmed: Pick<GivenAnswer, 'by' | 'at'>): Promise<boolean>
  /** Open questions, oldest first. */
  open(): Promise<readonly OfficerQuestion[]>
  find(id: Id): Promise<OfficerQuestion | null>
  /** The latest settled questions. */
  settled(most: number): Promise<readonly OfficerQuestion[]>
}

export interface GivenAnswer {
  readonly answer: QuestionAnswer
  readonly ends: boolean
  /** Name of the officer. */
  readonly by: string
  readonly at: Instant
}
