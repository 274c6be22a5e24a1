import type { Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { ClosingPerson, OwningPerson } from '../closing/period-close.ts'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import { SETTINGS, type SettingId } from './setting.ts'

/** Another value of a setting, for a half-year and all that follow. */
export interface SettingChange {
  readonly kind: 'setting'
  readonly setting: SettingId
  /** In the setting's unit. Null, of the baseline alone: the year before each year. */
  readonly value: number | null
  readonly appliesFrom: PeriodKey
}

/** Goals that are a share of rows, from which one can be left out. */
export const ROW_GOALS = ['policy-publication', 'staff-training', 'partner-audit'] as const

export type RowGoal = (typeof ROW_GOALS)[number]

/** A row that is left out of a goal's share, or taken in again: of a half-year, and of a yearly goal for the rest of its year. */
export interface RowChange {
  readonly kind: 'exclusion' | 'readmission'
  readonly goal: RowGoal
  /** Its key in the register: a surface, a person, a partner. Null once the person is deleted on schedule. */
  readonly row: string | null
  /** The name of a surface or partner, the unit of a member of staff; null once that person is deleted. */
  readonly label: string | null
  readonly appliesFrom: PeriodKey
}

export type ChangeOutcome = 'confirmed' | 'declined' | 'withdrawn'

/** Proposed by an officer, decided by a second person. Once decided it never changes. */
export interface RuleChange {
  readonly id: Id
  readonly what: SettingChange | RowChange
  /** In the officer's own words. */
  readonly reason: string
  /** Where the decision is written down: minutes, a resolution. */
  readonly document: string | null
  readonly proposedBy: ClosingPerson
  readonly proposedAt: Instant
  /** Null while it waits. */
  readonly decided: { readonly outcome: ChangeOutcome; readonly by: ClosingPerson; readonly at: Instant } | null
  /** From 1 in the order in which settings were confirmed; null of anything else. */
  readonly number: number | null
}

/** A setting that two people changed. */
export interface ConfirmedSetting extends Pick<SettingChange, 'setting' | 'value' | 'appliesFrom'> {
  readonly number: number
}

/** Confirmed settings in the order of their numbers. */
export const confirmedSettings = (changes: readonly RuleChange[]): readonly ConfirmedSetting[] =>
  changes
    .flatMap(({ what, number }) => {
      if (what.kind !== 'setting' || number === null) return []
      const { setting, value, appliesFrom } = what
      return [{ setting, value, appliesFrom, number }]
    })
    .sort((a, b) => a.number - b.number)

/** The goal that a change is about. */
export const goalOfChange = ({ what }: Pick<RuleChange, 'what'>): GoalId =>
  what.kind === 'setting' ? SETTINGS[what.setting].goal : what.goal

/** Whether somebody answers for the goal that a change is about, and so has no say in it. */
export const ownsGoalOf = (change: Pick<RuleChange, 'what'>, { owner }: Pick<OwningPerson, 'owner'>): boolean =>
  owner === OWNERS[goalOfChange(change)]
