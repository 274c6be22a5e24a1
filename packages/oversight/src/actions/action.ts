import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LocalText } from '@wayproof/kernel/people/locale'

/** The offices that an action can belong to. */
export const ACTION_OWNERS = [
  'privacy-officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
] as const

export type ActionOwner = (typeof ACTION_OWNERS)[number]

/** The origins of actions. Closing decides actions on red goals and improvements from feedback. */
export const ACTION_ORIGINS = ['red-goal', 'feedback', 'audit-finding', 'security-finding', 'meeting'] as const

export type ActionOrigin = (typeof ACTION_ORIGINS)[number]

export const FINDING_KINDS = ['audit-finding', 'security-finding'] as const

export type FindingKind = (typeof FINDING_KINDS)[number]

export interface ActionText {
  readonly text: string
  readonly owner: ActionOwner
  readonly dueOn: CalendarDate
  /** Expected effect. */
  readonly effect: string
}

/** An action that was agreed in a meeting or because of a finding; it can change until the freeze of its half-year. */
export interface AgreedAction extends ActionText {
  readonly id: Id
  /** The half-year in which it was agreed. */
  readonly period: PeriodKey
  readonly origin: FindingKind | 'meeting'
  /** Id of the finding or the meeting. */
  readonly originId: string
  readonly agreedAt: Instant
  readonly agreedBy: string
}

/** The last recorded outcome of an action. */
export interface RecordedOutcome {
  readonly state: 'done' | 'under-way' | 'dropped'
  readonly text: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** An action of any origin. */
export interface Action {
  readonly id: Id
  readonly period: PeriodKey
  readonly origin: ActionOrigin
  /** Goal, finding or meeting; empty for feedback. */
  readonly originId: string
  readonly text: string | LocalText
  readonly owner: ActionOwner
  readonly dueOn: CalendarDate
  /** Null for an improvement, whose effect the next survey shows. */
  readonly effect: string | null
  /** Number of changes. */
  readonly revision: number
  /** True once its half-year is frozen or closed. */
  readonly isFixed: boolean
  readonly outcome: RecordedOutcome | null
}

export const isOpenAction = ({ outcome }: Pick<Action, 'outcome'>): boolean =>
  outcome === null || outcome.state === 'under-way'

export const isOverdueAction = (action: Pick<Action, 'outcome' | 'dueOn'>, today: CalendarDate): boolean =>
  isOpenAction(action) && action.dueOn < today

/** A finding that is not corrected yet. */
export interface OpenFinding {
  readonly kind: FindingKind
  readonly id: string
  readonly finding: string
}

export interface ActionChange extends ActionText {
  readonly id: Id
  /** Number of changes that the editing user had seen. */
  readonly seen: number
}
