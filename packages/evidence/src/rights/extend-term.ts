import { fail, type Id, type Outcome } from '@wayproof/kernel'
import { type ExtensionFault, extensionOf } from './extension.ts'
import { type WritingFault, type WritingPorts, writeToPerson } from './write-to-person.ts'

export interface ExtendTerm {
  readonly id: Id
  /** Why the request takes longer, as the person is told. */
  readonly reason: string
}

/** Puts the due day of a case off, once, and tells the person the new one with the reason. */
export async function extendTerm(
  ports: WritingPorts,
  { id, reason }: ExtendTerm,
): Promise<Outcome<null, WritingFault | ExtensionFault>> {
  const written = { id, text: reason, purpose: 'extension' } as const
  const done = await writeToPerson(ports, written, extensionOf)
  if (done.ok || done.fault.code !== 'case-closed') return done
  // Another officer was quicker: closed it, or put it off.
  const found = await ports.rights.conversation({ id })
  return found?.case.extendedOn ? fail('term-extended') : done
}
