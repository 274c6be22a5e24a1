import type { CalendarDate, PeriodKey } from '@wayproof/kernel'
import type { GoalId, Owner } from '../goals/goal.ts'
import type { Reason } from '../verdict.ts'

/** By when something counts. */
interface Deadline {
  /** The last day; null where there is none. */
  readonly by: CalendarDate | null
  /** The day `by` is over: only a corrected register can still say that it was done. */
  readonly over: boolean
}

/** Something without which a goal is not green. Counts are the least that suffices. */
export type Step = Deadline &
  (
    | { readonly kind: 'version' }
    /** Surfaces of all in scope that must show the version in force in every language. */
    | { readonly kind: 'publications'; readonly count: number; readonly of: number; readonly version: string | null }
    /** Surfaces that were in order when they were last looked at, too long ago. */
    | { readonly kind: 'checks'; readonly count: number }
    /** More people who pass, of those who have not. */
    | { readonly kind: 'passes'; readonly count: number; readonly of: number; readonly quarter: PeriodKey }
    | { readonly kind: 'session'; readonly quarter: PeriodKey }
    /** Fewer leaks than have been confirmed in a year that runs or has ended. */
    | {
        readonly kind: 'leaks'
        readonly count: number
        readonly confirmed: number
        readonly cap: number
        readonly ended: boolean
      }
    /** Suspicions that must turn out to be none. */
    | { readonly kind: 'dismissals'; readonly count: number; readonly of: number }
    | { readonly kind: 'assessment' }
    /** More effective answers for a status; the count is null where nobody may know how many there are. */
    | { readonly kind: 'answers'; readonly count: number | null; readonly exact: boolean; readonly minimum: number }
    /** More satisfied of those with an opinion. */
    | ({ readonly kind: 'satisfied'; readonly among: number } & Satisfied)
    /** The same without how many: with the number the answers of a small group would follow. */
    | { readonly kind: 'more-satisfied' }
    | { readonly kind: 'improvement' }
    | { readonly kind: 'audits'; readonly count: number; readonly of: number }
    /** Failed partners whose corrective plan has no date. */
    | { readonly kind: 'plans'; readonly count: number }
  )

/** Satisfied answers: exact where each weighs the same, else as many of middling weight as the share is apart. */
export interface Satisfied {
  readonly count: number
  readonly exact: boolean
  /** Difference in the share that decides, 0-1. */
  readonly difference: number
}

/** What a goal that reaches its target could lose, or of leaks still bear, and reach it all the same. */
export type Room =
  | { readonly kind: 'publications' | 'passes' | 'audits' | 'leaks'; readonly count: number }
  | ({ readonly kind: 'satisfied' } & Satisfied)

/** What would make a verdict green. */
export interface Way {
  readonly goal: GoalId
  readonly owner: Owner
  /**
   * `green` it is; `on-course` nothing is short, and the period still runs; `open` the steps can be done; `over` not all of
   * them any more; `lacking` nothing can be said until what `lacking` names is there.
   */
  readonly state: 'green' | 'on-course' | 'open' | 'over' | 'lacking'
  readonly steps: readonly Step[]
  /** Null where the target is not reached, or nobody knows. */
  readonly room: Room | null
  readonly lacking: Reason | null
}

/** What a goal's own file says of its way. */
export type WayFound = Pick<Way, 'steps' | 'room' | 'lacking'>

export const lacks = (lacking: Reason, steps: readonly Step[] = []): WayFound => ({ steps, room: null, lacking })
