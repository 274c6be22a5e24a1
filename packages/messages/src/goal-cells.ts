import type { Locale } from '@wayproof/kernel/people/locale'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { periodName } from './date-format.ts'
import { intervalEnds, verdictTarget, verdictValue } from './goal-value.ts'
import { messages } from './messages.ts'

/** Headings of the columns that `goalCells` fills. */
export function goalHeadings(locale: Locale): readonly string[] {
  const { period, goal, result, value, target, from, to, line } = messages(locale).reporting.scorecard.file
  return [period, goal, result, value, target, from, to, line]
}

/** A row of a file of goals: the verdict as pages and letters say it. */
export function goalCells(period: Scorecard['period'], verdict: Verdict, locale: Locale): readonly string[] {
  const { goals, scorecard, reporting } = messages(locale)
  const { none } = reporting.shell
  const [from, to] = verdict.interval ? intervalEnds(verdict.goal, verdict.interval) : [none, none]
  const value = verdictValue(verdict, locale) ?? none
  const name = goals.names[verdict.goal]
  const words = scorecard.claims.verdict(verdict)
  return [periodName(period, locale), name, words, value, verdictTarget(verdict), from, to, scorecard.line(verdict)]
}
