import { canonicalJson } from './canonical-json.ts'
import type { RegisterFinding, RegisterState, SealFault } from './seal-finding.ts'
import type { Evidence, PagesEvidence } from './sealed-parts.ts'

/** What was recorded of a register since a seal, held against the register. */
export interface RecordedChanges {
  readonly register: string
  /** The register with every recorded change taken back. */
  readonly rolledBack: { readonly rows: number; readonly digest: string }
  /** Rows, and entries of the history, that do not follow from what was recorded. */
  readonly unexplained: number
  /** Rows and changes that recorded imports brought and that are gone. */
  readonly lost: number
  /** Rows deleted on schedule, with their proofs. */
  readonly deleted: number
  /** Entries of the history deleted on schedule, with their proofs. */
  readonly forgotten: number
}

/** Registers that are not what a seal says. */
export const changedRegisters = (sealed: Evidence, now: Evidence): readonly string[] =>
  sealed.registers.filter((each) => digestOf(now, each.register) !== each.digest).map(({ register }) => register)

const digestOf = ({ registers }: Evidence, register: string) =>
  registers.find((each) => each.register === register)?.digest

/** Tells of each register of a seal whether what was recorded since leads back to it; `recorded` are those that changed. */
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
  // What was deleted stood there at the seal or came with an import since; a deleted entry of the history hides which.
  const missing = sealed.rows - rolledBack.rows
  if (unexplained > 0 || Math.abs(deleted - missing - lost) > forgotten) return 'altered'
  if (rolledBack.digest === sealed.digest) return 'changed-since'
  return deleted + forgotten > 0 ? 'deleted-on-schedule' : 'altered'
}

/** What is looked up for one seal. */
interface OtherEvidence {
  readonly pages: PagesEvidence
  readonly proofsHold: boolean
  readonly samplesHold: boolean
  readonly missingHolds: boolean
}

/**
 * The faults of the evidence. Tallies of a closed wave and proofs of pages never change; proofs of deletion and sealed samples
 * only grow. `pages` are those of the seal as they are now.
 */
export function faultsOfEvidence(
  sealed: Evidence,
  now: Evidence,
  registers: readonly RegisterFinding[],
  { pages, proofsHold, samplesHold, missingHolds }: OtherEvidence,
): readonly SealFault[] {
  const faults: SealFault[] = []
  if (registers.some(({ state }) => state === 'altered')) faults.push('register-altered')
  if (sealed.wave !== null && sealed.wave.digest !== now.wave?.digest) faults.push('tallies-altered')
  if (canonicalJson(sealed.pages) !== canonicalJson(pages)) faults.push('pages-altered')
  if (!proofsHold) faults.push('proofs-altered')
  if (!samplesHold) faults.push('samples-altered')
  if (!missingHolds) faults.push('missing-rows-altered')
  return faults
}
