import { type Id, type Outcome, ok } from '@wayproof/kernel'
import type { ExtensionFault } from './extension.ts'
import { type WritingFault, type WritingPorts, writeToPerson } from './write-to-person.ts'

export interface SendAnswer {
  readonly id: Id
  readonly text: string
  /** A question decides nothing, and the clock runs on; an answer stops it. */
  readonly purpose: 'question' | 'answer'
}

/** The officer asks back, or answers. */
export const sendAnswer = (
  ports: WritingPorts,
  written: SendAnswer,
): Promise<Outcome<null, WritingFault | ExtensionFault>> => writeToPerson(ports, written, () => ok(null))
