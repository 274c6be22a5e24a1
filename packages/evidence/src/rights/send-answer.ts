import type { Id } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ExtensionFault } from './extension.ts'
import { type WritingFault, type WritingPorts, writeToPerson } from './write-to-person.ts'

export interface SendAnswer {
  readonly id: Id
  readonly text: string
  /** A question leaves the clock running; an answer stops it. */
  readonly purpose: 'question' | 'answer'
}

/** Sends an officer's question or answer. */
export const sendAnswer = (
  ports: WritingPorts,
  written: SendAnswer,
): Promise<Outcome<null, WritingFault | ExtensionFault>> => writeToPerson(ports, written, () => ok(null))
