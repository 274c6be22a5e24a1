import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { GoalId } from '../goals/goal.ts'
import type { Reason } from '../verdict.ts'

/** Deadline of a step. */
interface Deadline {
  /** Last day; null without a deadline. */
  readonly by: CalendarDate | null
  /** True if the deadline has passed; only a corrected register can then show that it was met. */
  readonly over: boolean
}

/** A condition for green. Counts are the least that suffices. */
export type Step = Deadline &
  (
    | { readonly kind: 'version' }
    /** Surfaces, of all in scope, that must show the version in force in every language. */
    | { readonly kind: 'publications'; readonly count: number; readonly of: number; readonly version: string | null }
    /** Surfaces whose last check was in order but is too old. */
    | { readonly kind: 'checks'; readonly count: number }
    /** Further people who must pass, of those who have not. */
    | { readonly kind: 'passes'; readonly count: number; readonly of: number; readonly quarter: PeriodKey }
    | { readonly kind: 'session'; readonly quarter: PeriodKey }
    /** Fewer leaks than confirmed in a year that is running or has ended. */
    | {
        readonly kind: 'leaks'
        readonly count: number
        readonly confirmed: number
        readonly cap: number
        readonly ended: boolean
      }
    /** Suspicions that must be dismissed. */
    | { readonly kind: 'dismissals'; readonly count: number; readonly of: number }
    | { readonly kind: 'assessment' }
    /** Further effective answers for a status; the count is null if it must stay hidden. */
    | { readonly kind: 'answers'; readonly count: number | null; readonly exact: boolean; readonly minimum: number }
    /** Further satisfied answers among those with an opinion. */
    | ({ readonly kind: 'satisfied'; readonly among: number } & Satisfied)
    /** Same without a number, because it would reveal the answers of a small group. */
    | { readonly kind: 'more-satisfied' }
    | { readonly kind: 'improvement' }
    | { readonly kind: 'audits'; readonly count: number; readonly of: number }
    /** Failed partners whose corrective plan has no date. */
    | { readonly kind: 'plans'; readonly count: number }
  )

/** Satisfied answers: exact for equal weights, else the number of average weight that closes the distance. */
export interface Satisfied {
  readonly count: number
  readonly exact: boolean
  /** Distance of the deciding share from the target, 0-1. */
  readonly difference: number
}

/** How much a goal on target could lose, or how many more leaks it allows, and still meet the target. */
export type Room =
  | { readonly kind: 'publications' | 'passes' | 'audits' | 'leaks'; readonly count: number }
  | ({ readonly kind: 'satisfied' } & Satisfied)

/** The gap between a verdict and green. */
export interface Gap {
  readonly goal: GoalId
  readonly owner: Owner
  /**
   * `green`: reached. `on-course`: nothing is missing, and the period still runs. `open`: the steps are possible.
   * `over`: some are no longer possible. `lacking`: undecided until the evidence in `lacking` exists.
   */
  readonly state: 'green' | 'on-course' | 'open' | 'over' | 'lacking'
  readonly steps: readonly Step[]
  /** Null if the target is not reached or unknown. */
  readonly room: Room | null
  readonly lacking: Reason | null
}

/** Result of a goal's own calculation of the gap. */
export type GapFound = Pick<Gap, 'steps' | 'room' | 'lacking'>

export const lacks = (reason: Reason, steps: readonly Step[] = []): GapFound => ({ steps, room: null, lacking: reason })
