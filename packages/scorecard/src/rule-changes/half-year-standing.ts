import { type CalendarDate, nextPeriod, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel'
import { type GoalId, isYearly } from '../goals/goal.ts'
import type { ConfirmedSetting, RuleChange, SettingChange } from './rule-change.ts'
import { SETTINGS } from './setting.ts'

/** What has happened to a half-year that keeps its rules as they are. */
export interface HalfYearStanding {
  readonly period: PeriodKey
  /** Closed, and not taken up again. */
  readonly sealed: boolean
  /** Put before its owners. */
  readonly frozen: boolean
  /** Taken up again, to be restated. */
  readonly reopened: boolean
  /** Its wave has opened: what satisfaction is judged by was sealed then. */
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

/** Judged by what held when its wave opened: nobody moves the bar who may have seen an answer. */
const SEALED_AT_OPENING: GoalId = 'customer-satisfaction'

/** From which half-years a change may apply: the one that ended last, this one, the next, and those taken up again. */
export function openHalfYears(standing: readonly HalfYearStanding[], today: CalendarDate): readonly PeriodKey[] {
  const now = periodOf('half-year', today)
  const near = [previousPeriod(now), now, nextPeriod(now)].map(periodKey)
  const again = standing.filter(({ reopened }) => reopened).map(({ period }) => period)
  const closed = standing.filter(({ sealed, frozen }) => sealed || frozen).map(({ period }) => period)
  const last = closed.sort().at(-1) ?? ''
  return [...new Set([...again, ...near])].sort().filter((period) => period > last)
}

/** The last half-year that a change touches: a setting all that follow, a row its own, or what is left of its year. */
export const lastTouched = (what: RuleChange['what']): PeriodKey =>
  what.kind === 'setting' ? '9999-H2' : isYearly(what.goal) ? `${what.appliesFrom.slice(0, 4)}-H2` : what.appliesFrom

/** Why something cannot change from a half-year on; null where it can. */
export function appliesFault(
  what: RuleChange['what'],
  standing: readonly HalfYearStanding[],
  settings: readonly ConfirmedSetting[],
  today: CalendarDate,
): AppliesFault['code'] | null {
  const { appliesFrom } = what
  const touched = standing.filter(({ period }) => period >= appliesFrom && period <= lastTouched(what))
  if (touched.some(({ sealed }) => sealed)) return 'applies-to-sealed'
  if (touched.some(({ frozen }) => frozen)) return 'applies-to-frozen'
  const now = periodOf('half-year', today)
  const reopened = standing.some(({ period, reopened }) => reopened && period === appliesFrom)
  if (!reopened && appliesFrom < periodKey(previousPeriod(now))) return 'applies-too-early'
  // A row is left out of what is counted, and nothing is yet of the next half-year.
  if (appliesFrom > periodKey(what.kind === 'setting' ? nextPeriod(now) : now)) return 'applies-too-late'
  return what.kind === 'setting' ? settingFault(what, touched, settings) : null
}

function settingFault(
  { setting, appliesFrom }: SettingChange,
  touched: readonly HalfYearStanding[],
  settings: readonly ConfirmedSetting[],
): AppliesFault['code'] | null {
  if (settings.some((each) => each.appliesFrom > appliesFrom)) return 'applies-before-latest'
  if (SETTINGS[setting].goal === SEALED_AT_OPENING && touched.some(({ asked }) => asked)) return 'applies-to-asked'
  return null
}
