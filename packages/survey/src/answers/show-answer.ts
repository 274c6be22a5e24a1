import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Instant } from '@wayproof/kernel/clock'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { Answer } from './answer.ts'
import { typedReceiptHash } from './receipt.ts'
import { type ReceiptFault, whileOpen } from './stored-answer.ts'

export interface AnswerView {
  readonly answer: Answer
  readonly questionnaire: Questionnaire
  readonly closesAt: Instant
}

/** Returns the answer under a typed receipt code. Reads only. */
export async function showAnswer(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { receipt }: { readonly receipt: string },
): Promise<Outcome<AnswerView, ReceiptFault>> {
  const storedAnswer = await ports.store.answerUnder(typedReceiptHash(ports.keyring, receipt))
  const openAnswer = whileOpen(storedAnswer, ports.clock.now())
  if (!openAnswer.ok) return openAnswer
  const { values, comment, questionnaire, wave } = openAnswer.value
  return ok({ answer: { values, comment }, questionnaire, closesAt: wave.closesAt })
}
