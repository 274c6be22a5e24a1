import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { ClosingPerson, OwningPerson } from '../closing/period-close.ts'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import { SETTINGS, type SettingId } from './setting.ts'

/** A new value of a setting, from a half-year on. */
export interface SettingChange {
  readonly kind: 'setting'
  readonly setting: SettingId
  /** In the setting's unit. Null, for the baseline only: the year before each year. */
  readonly value: number | null
  readonly appliesFrom: PeriodKey
}

/** Goals whose share counts rows, so that a row can be excluded. */
export const ROW_GOALS = ['policy-publication', 'staff-training', 'partner-audit'] as const

export type RowGoal = (typeof ROW_GOALS)[number]

/** A row excluded from a goal's share, or readmitted: for a half-year, or for the rest of a yearly goal's year. */
export interface RowChange {
  readonly kind: 'exclusion' | 'readmission'
  readonly goal: RowGoal
  /** Key of a surface, person or partner in the register. Null once the person is deleted on schedule. */
  readonly row: string | null
  /** Name of a surface or partner, or unit of a staff member; null once that person is deleted. */
  readonly label: string | null
  readonly appliesFrom: PeriodKey
}

export type ChangeOutcome = 'confirmed' | 'declined' | 'withdrawn'

/** A change proposed by an officer and decided by a second person. A decided change is immutable. */
export interface RuleChange {
  readonly id: Id
  readonly what: SettingChange | RowChange
  /** In the officer's own words. */
  readonly reason: string
  /** Document of the decision: minutes, a resolution. */
  readonly document: string | null
  readonly proposedBy: ClosingPerson
  readonly proposedAt: Instant
  /** Null while pending. */
  readonly decided: { readonly outcome: ChangeOutcome; readonly by: ClosingPerson; readonly at: Instant } | null
  /** From 1, in order of confirmation of settings; null for all others. */
  readonly number: number | null
}

/** A setting changed by two people. */
export interface ConfirmedSetting extends Pick<SettingChange, 'setting' | 'value' | 'appliesFrom'> {
  readonly number: number
}

/** Confirmed settings by number. */
export const confirmedSettings = (changes: readonly RuleChange[]): readonly ConfirmedSetting[] =>
  changes
    .flatMap(({ what, number }) => {
      if (what.kind !== 'setting' || number === null) return []
      const { setting, value, appliesFrom } = what
      return [{ setting, value, appliesFrom, number }]
    })
    .sort((a, b) => a.number - b.number)

/** The goal affected by a change. */
export const goalOfChange = ({ what }: Pick<RuleChange, 'what'>): GoalId =>
  what.kind === 'setting' ? SETTINGS[what.setting].goal : what.goal

/** Returns true for an owner of the affected goal, who may not decide on the change. */
export const ownsGoalOf = (change: Pick<RuleChange, 'what'>, { owner }: Pick<OwningPerson, 'owner'>): boolean =>
  owner === OWNERS[goalOfChange(change)]
