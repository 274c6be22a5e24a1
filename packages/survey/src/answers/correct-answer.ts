import type { Outcome } from '@wayproof/kernel/outcome'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SurveyPorts } from '../ports.ts'
import { type AnswerFault, readAnswer } from './answer.ts'
import { typedReceiptHash } from './receipt.ts'
import { type ReceiptFault, whileOpen } from './stored-answer.ts'

export interface CorrectAnswer {
  /** The receipt code as typed. */
  readonly receipt: string
  /** Language of the page. */
  readonly locale: SurveyLanguage
  /** Item ID -> code or text, as posted: the whole answer, not only the changed items. */
  readonly fields: Readonly<Record<string, string>>
}

/** Replaces the answer under this receipt code. The old answer is deleted once this resolves with `ok`. */
export async function correctAnswer(
  { store, clock, keyring }: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { receipt, locale, fields }: CorrectAnswer,
): Promise<Outcome<null, ReceiptFault | AnswerFault>> {
  const now = clock.now()
  const receiptHash = typedReceiptHash(keyring, receipt)
  const storedAnswer = whileOpen(await store.answerUnder(receiptHash), now)
  if (!storedAnswer.ok) return storedAnswer
  const answer = readAnswer(storedAnswer.value.questionnaire, fields)
  if (!answer.ok) return answer
  return store.replaceAnswer({ receiptHash, ...answer.value, language: locale, at: now })
}
