import { canonicalJson } from './canonical-json.ts'
import type { RegisterFinding, RegisterState, SealFault } from './seal-finding.ts'
import type { Evidence, PagesEvidence } from './sealed-parts.ts'

/** Recorded changes of a register since a seal, compared with the register. */
export interface RecordedChanges {
  readonly register: string
  /** The register with every recorded change reverted. */
  readonly rolledBack: { readonly rows: number; readonly digest: string }
  /** Rows and history entries that the recorded changes do not explain. */
  readonly unexplained: number
  /** Missing rows and changes of recorded imports. */
  readonly lost: number
  /** Rows deleted on schedule with proof. */
  readonly deleted: number
  /** History entries deleted on schedule with proof. */
  readonly forgotten: number
}

/** Registers that differ from their state in a seal. */
export const changedRegisters = (evidence: Evidence, now: Evidence): readonly string[] =>
  evidence.registers
    .filter((register) => digestOf(now, register.register) !== register.digest)
    .map(({ register }) => register)

const digestOf = ({ registers }: Evidence, register: string) =>
  registers.find((each) => each.register === register)?.digest

/**
 * Checks for each sealed register whether reverting the recorded changes restores it; `recorded` are the changed ones.
 */
export function compareRegisters(
  { registers }: Evidence,
  recorded: readonly RecordedChanges[],
): readonly RegisterFinding[] {
  return registers.map(({ register, ...sealed }) => {
    const since = recorded.find((each) => each.register === register)
    return { register, state: since ? stateOf(sealed, since) : 'unchanged', deleted: since?.deleted ?? 0 }
  })
}

function stateOf(sealed: RecordedChanges['rolledBack'], since: RecordedChanges): RegisterState {
  const { rolledBack, unexplained, lost, deleted, forgotten } = since
  // A deleted row existed at the seal or came with a later import; a deleted history entry hides which.
  const missing = sealed.rows - rolledBack.rows
  if (unexplained > 0 || Math.abs(deleted - missing - lost) > forgotten) return 'altered'
  if (rolledBack.digest === sealed.digest) return 'changed-since'
  return deleted + forgotten > 0 ? 'deleted-on-schedule' : 'altered'
}

/** Stored data to check one seal against. */
interface OtherEvidence {
  readonly pages: PagesEvidence
  readonly proofsHold: boolean
  readonly samplesHold: boolean
  readonly missingHolds: boolean
}

/**
 * Faults of the evidence. Tallies of a closed wave and page proofs never change; deletion proofs and sealed samples
 * only grow. `pages` are the current proofs up to the seal's last one.
 */
export function faultsOfEvidence(
  evidence: Evidence,
  now: Evidence,
  registers: readonly RegisterFinding[],
  { pages, proofsHold, samplesHold, missingHolds }: OtherEvidence,
): readonly SealFault[] {
  const faults: SealFault[] = []
  if (registers.some(({ state }) => state === 'altered')) faults.push('register-altered')
  if (evidence.wave !== null && evidence.wave.digest !== now.wave?.digest) faults.push('tallies-altered')
  if (canonicalJson(evidence.pages) !== canonicalJson(pages)) faults.push('pages-altered')
  if (!proofsHold) faults.push('proofs-altered')
  if (!samplesHold) faults.push('samples-altered')
  if (!missingHolds) faults.push('missing-rows-altered')
  return faults
}
