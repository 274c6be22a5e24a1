import type { Locale } from '@wayproof/kernel/people/locale'
import { verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { type Shape, shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { GoalRow } from '../letter/letter-content.ts'

/** How letters and reports draw each result. */
export const DRAWINGS: Readonly<Record<Shape, GoalRow['shape']>> = {
  demonstrated: 'filled-circle',
  met: 'open-circle',
  missed: 'filled-square',
  amber: 'triangle',
  unknown: 'dashed-circle',
}

/** Makes a goal's row of a letter or report: its shape, its figure, what it rests on, and the target. */
export function goalRow(verdict: Verdict, locale: Locale): GoalRow {
  const { letters, scorecard, goals } = messages(locale)
  return {
    shape: DRAWINGS[shapeOf(verdict)],
    name: goals.names[verdict.goal],
    word: scorecard.claims.verdict(verdict),
    detail: scorecard.line(verdict),
    beside: qualityLines(verdict, locale),
    ...changedCloseNote(verdict, locale),
    value: verdictValue(verdict, locale) ?? letters.summary.noValue,
    target: scorecard.target(verdict),
  }
}

/** The basis of a survey figure. */
function qualityLines(verdict: Verdict, locale: Locale): readonly string[] {
  const line = messages(locale).scorecard.claims.quality(verdict)
  return line === null ? [] : [line]
}

function changedCloseNote(verdict: Verdict, locale: Locale): Pick<GoalRow, 'note'> {
  const change = verdict.goal === 'customer-satisfaction' ? verdict.figures.changedClose : null
  if (change === null) return {}
  const { changedClose, changedCloseReason } = messages(locale).scorecard
  return { note: { text: `${changedClose(change)}${changedCloseReason}`, own: change.reason } }
}
