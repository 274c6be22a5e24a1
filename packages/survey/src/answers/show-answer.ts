import { type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Answer } from './answer.ts'
import { type ReceiptFault, whileOpen } from './kept-answer.ts'
import { typedReceiptHash } from './receipt.ts'

export interface ShownAnswer {
  readonly answer: Answer
  readonly questionnaire: Questionnaire
  readonly closesAt: Instant
}

/** Returns the answer under a typed receipt code. Reads only. */
export async function showAnswer(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { receipt }: { readonly receipt: string },
): Promise<Outcome<ShownAnswer, ReceiptFault>> {
  const kept = await ports.store.answerUnder(typedReceiptHash(ports.keyring, receipt))
  const standing = whileOpen(kept, ports.clock.now())
  if (!standing.ok) return standing
  const { values, comment, questionnaire, wave } = standing.value
  return ok({ answer: { values, comment }, questionnaire, closesAt: wave.closesAt })
}
