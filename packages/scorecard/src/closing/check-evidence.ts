import type { RegisterFinding, SealFault } from './seal-finding.ts'
import type { Evidence } from './sealed-parts.ts'

/** What has happened to a register since a seal, as far as it was recorded. */
export interface RecordedChange {
  readonly register: string
  /** Imports and corrections. */
  readonly changes: number
  /** Rows deleted on schedule, with their proofs. */
  readonly deleted: number
}

/** Compares what a seal says it was counted from with what is there now. */
export function compareRegisters(
  { registers }: Evidence,
  now: Evidence,
  recorded: readonly RecordedChange[],
): readonly RegisterFinding[] {
  return registers.map(({ register, rows, digest }) => {
    const today = now.registers.find((each) => each.register === register)
    const { changes = 0, deleted = 0 } = recorded.find((each) => each.register === register) ?? {}
    const gone = rows - (today?.rows ?? 0)
    const state =
      today?.digest === digest
        ? 'unchanged'
        : changes > 0
          ? 'changed-since'
          : deleted > 0 && gone === deleted
            ? 'deleted-on-schedule'
            : 'altered'
    return { register, state, deleted }
  })
}

/** The faults of the evidence. Tallies of a closed wave never change; proofs of deletion and sealed samples only grow. */
export function faultsOfEvidence(
  sealed: Evidence,
  now: Evidence,
  registers: readonly RegisterFinding[],
  { proofsHold, samplesHold }: { readonly proofsHold: boolean; readonly samplesHold: boolean },
): readonly SealFault[] {
  const faults: SealFault[] = []
  if (registers.some(({ state }) => state === 'altered')) faults.push('register-altered')
  if (sealed.wave !== null && sealed.wave.digest !== now.wave?.digest) faults.push('tallies-altered')
  if (!proofsHold) faults.push('proofs-altered')
  if (!samplesHold) faults.push('samples-altered')
  return faults
}
