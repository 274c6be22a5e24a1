import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { nextPeriod, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type GoalId, isYearly } from '../goals/goal.ts'
import type { ConfirmedSetting, RuleChange, SettingChange } from './rule-change.ts'
import { SETTINGS } from './setting.ts'

/** State of a half-year that locks its rules. */
export interface RulesLock {
  readonly period: PeriodKey
  /** Closed and not reopened. */
  readonly sealed: boolean
  /** Frozen for its owners. */
  readonly frozen: boolean
  /** Reopened for a restatement. */
  readonly reopened: boolean
  /** Its wave has opened, which sealed the definitions for satisfaction. */
  readonly asked: boolean
}

export type AppliesFault = {
  readonly code:
    | 'applies-too-early'
    | 'applies-too-late'
    | 'applies-before-latest'
    | 'applies-to-sealed'
    | 'applies-to-frozen'
    | 'applies-to-asked'
}

/**
 * Judged by the definitions at the opening of its wave, so that no one who may have seen an answer can move the target.
 */
const SEALED_AT_OPENING: GoalId = 'customer-satisfaction'

/** Half-years from which a change may apply: the last ended one, the current, the next, and reopened ones. */
export function openHalfYears(rulesLocks: readonly RulesLock[], today: CalendarDate): readonly PeriodKey[] {
  const now = periodOf('half-year', today)
  const near = [previousPeriod(now), now, nextPeriod(now)].map(periodKey)
  const again = rulesLocks.filter(({ reopened }) => reopened).map(({ period }) => period)
  const closed = rulesLocks.filter(({ sealed, frozen }) => sealed || frozen).map(({ period }) => period)
  const last = closed.sort().at(-1) ?? ''
  return [...new Set([...again, ...near])].sort().filter((period) => period > last)
}

/**
 * Last half-year affected by a change: a setting affects all later ones, a row its own half-year or the rest of its
 * year.
 */
export const lastTouched = (what: RuleChange['what']): PeriodKey =>
  what.kind === 'setting' ? '9999-H2' : isYearly(what.goal) ? `${what.appliesFrom.slice(0, 4)}-H2` : what.appliesFrom

/** Reason why a change cannot apply from a half-year; null if it can. */
export function appliesFault(
  what: RuleChange['what'],
  rulesLocks: readonly RulesLock[],
  settings: readonly ConfirmedSetting[],
  today: CalendarDate,
): AppliesFault['code'] | null {
  const { appliesFrom } = what
  const touched = rulesLocks.filter(({ period }) => period >= appliesFrom && period <= lastTouched(what))
  if (touched.some(({ sealed }) => sealed)) return 'applies-to-sealed'
  if (touched.some(({ frozen }) => frozen)) return 'applies-to-frozen'
  const now = periodOf('half-year', today)
  const reopened = rulesLocks.some(({ period, reopened }) => reopened && period === appliesFrom)
  if (!reopened && appliesFrom < periodKey(previousPeriod(now))) return 'applies-too-early'
  // A row is excluded from existing counts, and the next half-year has none yet.
  if (appliesFrom > periodKey(what.kind === 'setting' ? nextPeriod(now) : now)) return 'applies-too-late'
  return what.kind === 'setting' ? settingFault(what, touched, settings) : null
}

function settingFault(
  { setting, appliesFrom }: SettingChange,
  rulesLocks: readonly RulesLock[],
  settings: readonly ConfirmedSetting[],
): AppliesFault['code'] | null {
  if (settings.some((each) => each.appliesFrom > appliesFrom)) return 'applies-before-latest'
  if (SETTINGS[setting].goal === SEALED_AT_OPENING && rulesLocks.some((rulesLock) => rulesLock.asked))
    return 'applies-to-asked'
  return null
}
