import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { MOST_MESSAGES, messageFault, messageText } from '../conversation/written-message.ts'
import { caseCodeHash } from './case-code.ts'
import type { RightsPorts } from './ports.ts'
import { sealMessage } from './seal-message.ts'

export interface WriteMessage {
  readonly caseCode: string
  readonly text: string
}

/**
 * Adds the person's message to their own case. Fault `case-full`: the case is closed or has reached its message limit.
 */
export async function writeMessage(
  ports: Omit<RightsPorts, 'ids'>,
  { caseCode, text }: WriteMessage,
): Promise<Outcome<null, { readonly code: 'case-unknown' | 'case-full' | 'text-invalid' }>> {
  const { rights, keyring, clock, timeZone } = ports
  const sealedConversation = await rights.conversation({ codeHash: caseCodeHash(keyring, caseCode) })
  if (!sealedConversation) return fail('case-unknown')
  if (messageFault(text) !== null) return fail('text-invalid')
  const message = sealMessage(ports, 'message', messageText(text), dateAt(clock.now(), timeZone))
  return (await rights.addMessage(sealedConversation.case.id, message, MOST_MESSAGES)) ? ok(null) : fail('case-full')
}
