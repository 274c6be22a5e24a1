import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { type ExtensionFault, extensionOf } from './extension.ts'
import { type WritingFault, type WritingPorts, writeToPerson } from './write-to-person.ts'

export interface ExtendTerm {
  readonly id: Id
  /** Reason for the extension, as sent to the person. */
  readonly reason: string
}

/** Extends the due day of a case once and notifies the person of the new day and the reason. */
export async function extendTerm(
  ports: WritingPorts,
  { id, reason }: ExtendTerm,
): Promise<Outcome<null, WritingFault | ExtensionFault>> {
  const written = { id, text: reason, purpose: 'extension' } as const
  const outcome = await writeToPerson(ports, written, extensionOf)
  if (outcome.ok || outcome.fault.code !== 'case-closed') return outcome
  // Another officer has just closed, answered or extended the case.
  const sealedConversation = await ports.rights.conversation({ id })
  if (sealedConversation?.case.extendedOn) return fail('term-extended')
  return sealedConversation?.case.answeredOn && sealedConversation.case.closedOn === null
    ? fail('case-answered')
    : outcome
}
