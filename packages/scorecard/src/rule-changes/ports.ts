import type { Clock, Hand, Id, Ids, Instant, PeriodKey } from '@wayproof/kernel'
import type { ClosingPerson } from '../closing/period-close.ts'
import type { FactSource } from '../ports.ts'
import type { HalfYearStanding } from './half-year-standing.ts'
import type { ChangeOutcome, RowGoal, RuleChange } from './rule-change.ts'

/** Proposed and decided changes of the rules, and of the rows that count. What is decided is only added to. */
export interface RuleChangeStore {
  /** Newest proposal first. */
  changes(): Promise<readonly RuleChange[]>
  /** Half-years that are sealed, frozen, reopened or asked about. */
  standing(): Promise<readonly HalfYearStanding[]>
  /** Whether a register knows anything of a year or before it that incidents could be compared with. */
  knowsIncidentsOf(year: number): Promise<boolean>
  /** What a goal's register calls a row: the name of a surface or partner, the unit of a person. Null: it is not there. */
  labelOf(goal: RowGoal, row: string): Promise<string | null>
  /** False: another change of the same setting or row waits. */
  propose(change: RuleChange, mailbox: Uint8Array): Promise<boolean>
  /** The proposers of a change. */
  proposers(id: Id): Promise<readonly Hand[]>
  /** Keeps the decision; a confirmed setting takes `number`. False: it is decided, or the number is taken. */
  decide(
    id: Id,
    decision: {
      readonly outcome: ChangeOutcome
      readonly by: ClosingPerson
      readonly at: Instant
      readonly number: number | null
      /** The last half-year that a confirmed change touches: while one of them is frozen it is not kept. */
      readonly until: PeriodKey
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
