import type { PeriodKey } from '@wayproof/kernel/calendar/period'

/**
 * The facts about a goal whose changes are mailed. The pace is stored as `forecast`, its states as `on-track` (on pace) and
 * `off-track` (far behind): databases and waiting letters of earlier versions contain these words.
 */
export type GoalFact = 'verdict' | 'forecast' | 'evidence'

export type FactState = 'unknown' | 'met' | 'missed' | 'on-track' | 'off-track' | 'current' | 'stale'

/** The state in which each fact begins a period. */
export const FIRST_STATES: Readonly<Record<GoalFact, FactState>> = {
  verdict: 'unknown',
  forecast: 'on-track',
  evidence: 'current',
}

const BAD: readonly FactState[] = ['missed', 'off-track', 'stale']

export const isBad = (state: FactState): boolean => BAD.includes(state)

/** A fact about a goal in the period that it is judged for. */
export interface WatchedFact {
  readonly goal: string
  readonly judged: PeriodKey
  readonly fact: GoalFact
}

export const factKey = ({ goal, judged, fact }: WatchedFact): string => `${goal} ${judged} ${fact}`

/** The state of a fact on a day; null if nothing can be said of it, as of a pace while it is too early. */
export interface FactLook extends WatchedFact {
  readonly state: FactState | null
}
