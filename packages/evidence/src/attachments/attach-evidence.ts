import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { RegisterId } from '../register.ts'
import { evidenceType } from './evidence-type.ts'
import { evidenceFileName } from './file-name.ts'
import type { AttachmentPorts } from './ports.ts'

export interface AttachEvidence {
  readonly register: RegisterId
  readonly key: string
  readonly fileName: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly by: Id
}

/**
 * Stores a file as proof of a row, after a scan if there is a scanner. Faults: those of `evidenceType` and of the store,
 * `source-missing`, `evidence-infected` and `scanner-unavailable`.
 */
export async function attachEvidence(
  { attachments, clock, ids, scan }: AttachmentPorts,
  { source, fileName, ...command }: AttachEvidence,
): Promise<Outcome<null>> {
  if (source.trim() === '') return fail('source-missing')
  const type = evidenceType(command.bytes)
  if (!type.ok) return type
  const scanned = (await scan?.(command.bytes)) ?? 'clean'
  if (scanned !== 'clean') return fail(scanned === 'infected' ? 'evidence-infected' : 'scanner-unavailable')
  const file = { fileName: evidenceFileName(fileName, type.value), source: source.trim(), type: type.value }
  return attachments.attach({ ...command, ...file, id: ids.next(), at: clock.now() })
}
