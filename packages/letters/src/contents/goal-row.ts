import type { Locale } from '@wayproof/kernel'
import { messages, verdictValue } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import type { GoalRow, Shape } from '../letter/letter-content.ts'

/** Makes a goal's row of a letter or report: its shape, its figure and the target. */
export function goalRow(verdict: Verdict, locale: Locale): GoalRow {
  const { letters, scorecard, goals } = messages(locale)
  return {
    shape: shapeOf(verdict),
    name: goals.names[verdict.goal],
    word: goals.words[verdict.verdict],
    detail: scorecard.line(verdict),
    beside: [],
    ...changedCloseNote(verdict, locale),
    value: verdictValue(verdict, locale) ?? letters.summary.noValue,
    target: scorecard.target(verdict),
  }
}

function changedCloseNote(verdict: Verdict, locale: Locale): Pick<GoalRow, 'note'> {
  const change = verdict.goal === 'customer-satisfaction' ? verdict.figures.changedClose : null
  if (change === null) return {}
  const { changedClose, changedCloseReason } = messages(locale).scorecard
  return { note: { text: `${changedClose(change)}${changedCloseReason}`, own: change.reason } }
}

/** Filled if chance is excluded or not involved, open if it is not excluded; unknown is never green. */
export function shapeOf({ verdict, status, demonstrated }: Verdict): Shape {
  if (verdict === 'unknown') return 'dashed-circle'
  if (status === 'amber') return 'triangle'
  if (verdict === 'missed') return 'filled-square'
  return demonstrated === false ? 'open-circle' : 'filled-circle'
}
