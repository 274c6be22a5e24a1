import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { ClosingPerson } from '../closing/period-close.ts'
import type { FactSource } from '../ports.ts'
import type { ChangeOutcome, RowGoal, RuleChange } from './rule-change.ts'
import type { RulesLock } from './rules-lock.ts'

/** A row that can be excluded from a goal's share. */
export interface RowChoice {
  readonly row: string
  /** Name of a surface or partner; the unit of a person. */
  readonly label: string
}

/** Proposed and decided changes of the rules and of the counted rows. Decided entries are append-only. */
export interface RuleChangeStore {
  /** Newest proposal first. */
  changes(): Promise<readonly RuleChange[]>
  /** Half-years that are sealed, frozen, reopened or surveyed. */
  standing(): Promise<readonly RulesLock[]>
  /** Returns true if a register has data of the year, or an earlier one, for comparing incidents. */
  knowsIncidentsOf(year: number): Promise<boolean>
  /**
   * Name of a row in a goal's register: of a surface or partner; the unit of a person. Null if the row does not exist.
   */
  labelOf(goal: RowGoal, row: string): Promise<string | null>
  /**
   * Up to 20 rows of a goal's register whose ID or name contains the text, by ID. People are found by the first characters
   * of their number only, and not without any.
   */
  findRows(goal: RowGoal, text: string): Promise<readonly RowChoice[]>
  /** Returns false if another change of the same setting or row is pending. */
  propose(change: RuleChange, mailbox: Uint8Array): Promise<boolean>
  /** The proposers of a change. */
  proposers(id: Id): Promise<readonly Participant[]>
  /**
   * Stores the decision; a confirmed setting gets `number`. Returns false if it is already decided or the number is
   * taken.
   */
  decide(
    id: Id,
    decision: {
      readonly outcome: ChangeOutcome
      readonly by: ClosingPerson
      readonly at: Instant
      readonly number: number | null
      /**
       * Last half-year affected by a confirmed change. The decision is not stored while an affected half-year is
       * frozen.
       */
      readonly until: PeriodKey
    },
  ): Promise<boolean>
}

export interface RuleChangePorts {
  readonly changes: RuleChangeStore
  readonly facts: FactSource
  readonly clock: Clock
  readonly ids: Ids
  /** Time zone of the organization, as an IANA name. */
  readonly timeZone: string
}
