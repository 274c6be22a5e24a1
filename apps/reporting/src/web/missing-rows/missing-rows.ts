import type { RegisterId } from '@wayproof/evidence/register'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { MissingView } from '../api.ts'

export interface MissingLine {
  readonly cells: readonly string[]
  readonly at: {
    readonly register: RegisterId
    readonly search: { readonly row: string } | { readonly only: string }
  } | null
}

export interface MissingText {
  readonly columns: readonly string[]
  readonly rows: readonly MissingLine[]
}

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

/** Writes missing rows as text. Readers who may not see people get counts by unit instead. */
export function missingRows(goal: GoalId, listedRows: MissingView['rows'], { locale, words }: Language): MissingText {
  const text = words.reporting.goal.missing
  const detailText = (detail: string | null) => {
    if (detail === null) return words.reporting.shell.none
    if (/^\d{4}-\d\d-\d\d$/.test(detail)) return day(detail, locale)
    return goal === 'policy-publication' ? text.version(detail) : detail
  }
  const rows = listedRows.map((row) =>
    'unit' in row
      ? { cells: [row.unit || text.otherUnits, String(row.people)], at: null }
      : {
          cells: [row.label, row.key, words.scorecard.why[row.why], detailText(row.detail)],
          at: placeOf(goal, row.key),
        },
  )
  const hasUnits = listedRows.some((row) => 'unit' in row)
  const label = text.labels[goal]
  return { columns: hasUnits ? [label, text.people] : [label, text.ids[goal], text.why, text.details[goal]], rows }
}

/** A surface or partner is one row; a member of staff may have several, one for each time in a unit. */
export function placeOf(goal: GoalId, key: string): MissingLine['at'] {
  const row = JSON.stringify([key])
  if (goal === 'policy-publication') return { register: 'policy-surfaces', search: { row } }
  if (goal === 'partner-audit') return { register: 'partners', search: { row } }
  return goal === 'staff-training' ? { register: 'staff-roles', search: { only: `number:${key}` } } : null
}
