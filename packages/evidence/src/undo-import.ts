import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { Changes, EvidenceStore, ImportPorts, UndoCommand, UndoFault } from './ports.ts'

/** Undoes the last import of a register unless a user has changed its rows since. Returns the restored changes. */
export async function undoImport(
  { evidence, clock }: { readonly evidence: Pick<EvidenceStore, 'undoImport'> } & Pick<ImportPorts, 'clock'>,
  command: Omit<UndoCommand, 'at'>,
): Promise<Outcome<Changes, UndoFault>> {
  const reason = command.reason.trim()
  if (reason === '') return fail('reason-missing')
  return evidence.undoImport({ ...command, reason, at: clock.now() })
}
