import type { Clock, Id, Ids, Instant } from '@wayproof/kernel'
import type { ClosingPerson } from '../closing/period-close.ts'
import type { FactSource } from '../ports.ts'
import type { HalfYearStanding } from './half-year-standing.ts'
import type { ChangeOutcome, RuleChange } from './rule-change.ts'

/** Proposed and decided changes of the rules. What is decided is only added to. */
export interface RuleChangeStore {
  /** Newest proposal first. */
  changes(): Promise<readonly RuleChange[]>
  /** Half-years that are sealed, frozen, reopened or asked about. */
  standing(): Promise<readonly HalfYearStanding[]>
  /** Whether a register knows anything of a year or before it that incidents could be compared with. */
  knowsIncidentsOf(year: number): Promise<boolean>
  /** False: another change of the same setting waits. */
  propose(change: RuleChange, mailbox: Uint8Array): Promise<boolean>
  /** Whether a change was proposed by whoever reads this mailbox. */
  proposedFrom(id: Id, mailbox: Uint8Array): Promise<boolean>
  /** Keeps the decision; a confirmed setting takes `number`. False: it is decided, or the number is taken. */
  decide(
    id: Id,
    decision: {
      readonly outcome: ChangeOutcome
      readonly by: ClosingPerson
      readonly at: Instant
      readonly number: number | null
    },
  ): Promise<boolean>
}

export interface RuleChangePorts {
  readonly changes: RuleChangeStore
  readonly facts: Pick<FactSource, 'inForce'>
  readonly clock: Clock
  readonly ids: Ids
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
}
