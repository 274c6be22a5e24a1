import { fail, type Outcome } from '@wayproof/kernel'
import type { Changes, ImportPorts, UndoCommand, UndoFault } from './ports.ts'

/** Takes back the last import of a register, unless somebody has worked on its rows since. What it put back. */
export async function undoImport(
  { evidence, clock }: Pick<ImportPorts, 'evidence' | 'clock'>,
  command: Omit<UndoCommand, 'at'>,
): Promise<Outcome<Changes, UndoFault>> {
  const reason = command.reason.trim()
  if (reason === '') return fail('reason-missing')
  return evidence.undoImport({ ...command, reason, at: clock.now() })
}
