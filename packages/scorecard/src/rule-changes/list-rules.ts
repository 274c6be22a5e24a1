import type { Owner } from '@wayproof/accounts/accounts/person'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import type { OwningPerson } from '../closing/period-close.ts'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import { settingValue } from './definitions.ts'
import type { RuleChangePorts } from './ports.ts'
import { type ConfirmedSetting, confirmedSettings, goalOfChange, ownsGoalOf, type RuleChange } from './rule-change.ts'
import { openHalfYears } from './rules-lock.ts'
import { SETTING_IDS, SETTINGS, type Setting, type SettingId } from './setting.ts'

export interface SettingInForce extends Setting {
  readonly id: SettingId
  readonly owner: Owner
  readonly value: number | null
  /** Half-year from which two people set this value; null for the initial value. */
  readonly since: PeriodKey | null
}

/** A pending change with the actions available to the reader. */
export interface WaitingChange {
  readonly change: RuleChange
  readonly goal: GoalId
  readonly mine: boolean
  readonly mayDecide: boolean
}

export interface RulesInForce {
  /** The running half-year, whose rules these are. */
  readonly half: PeriodKey
  readonly version: string
  readonly settings: readonly SettingInForce[]
  readonly waiting: readonly WaitingChange[]
  /** Confirmed changes for a half-year that has not begun. */
  readonly coming: readonly ConfirmedSetting[]
  /** All decided changes, newest proposal first. */
  readonly history: readonly RuleChange[]
  /** Half-years from which a change may apply. */
  readonly openHalfYears: readonly PeriodKey[]
}

/** Lists the rules and targets of today's half-year, pending changes and decided ones. */
export async function listRules(
  { changes, facts, clock, timeZone }: Pick<RuleChangePorts, 'changes' | 'facts' | 'clock' | 'timeZone'>,
  { by }: { readonly by: OwningPerson },
): Promise<RulesInForce> {
  const today = dateAt(clock.now(), timeZone)
  const half = periodKey(periodOf('half-year', today))
  const { definitions } = await facts.forHalfYear(half)
  const ruleChanges = await changes.changes()
  const confirmed = confirmedSettings(ruleChanges)
  const settings = confirmed.filter(({ appliesFrom }) => appliesFrom <= half)
  const waiting = ruleChanges.filter(({ decided }) => decided === null)
  return {
    half,
    version: definitions.rules.version,
    settings: SETTING_IDS.map((id) => ({
      ...SETTINGS[id],
      id,
      owner: OWNERS[SETTINGS[id].goal],
      value: settingValue(definitions, id),
      since: settings.findLast(({ setting }) => setting === id)?.appliesFrom ?? null,
    })),
    waiting: await Promise.all(
      waiting.map(async (change) => {
        const fault = secondPersonFault(by, await changes.proposers(change.id))
        const mayDecide = by.owner !== null && fault === null && !ownsGoalOf(change, by)
        return { change, goal: goalOfChange(change), mine: fault === 'same-person', mayDecide }
      }),
    ),
    coming: confirmed.filter(({ appliesFrom }) => appliesFrom > half),
    history: ruleChanges.filter(({ decided }) => decided !== null),
    openHalfYears: openHalfYears(await changes.standing(), today),
  }
}
