import { dateAt, fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { RightsPorts } from './ports.ts'
import { answerFault, messageFault, messageText } from './rights-case.ts'
import { sealMessage } from './seal-message.ts'

export interface SendAnswer {
  readonly id: Id
  readonly text: string
}

export type AnswerFault = 'case-unknown' | 'case-closed' | 'identity-unchecked' | 'text-invalid'

/** The officer answers: mailed to the address of the case, and kept for whoever has its code. */
export async function sendAnswer(
  ports: Omit<RightsPorts, 'letterLimit' | 'ids'>,
  { id, text }: SendAnswer,
): Promise<Outcome<null, { readonly code: AnswerFault }>> {
  const { rights, clock, timeZone } = ports
  const found = await rights.conversation({ id })
  if (!found) return fail('case-unknown')
  const fault = answerFault(found.case)
  if (fault !== null) return fail(fault)
  if (messageFault(text) !== null) return fail('text-invalid')
  const now = clock.now()
  const message = sealMessage(ports, 'officer', messageText(text), dateAt(now, timeZone))
  return (await rights.addAnswer(id, message, now)) ? ok(null) : fail('case-closed')
}
