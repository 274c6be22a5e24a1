import type { FactState } from '@wayproof/oversight/goal-changes/goal-fact'
import { goals } from '../scorecard/goals.ts'

/** A goal and the period that it is judged for. */
const of = (goal: string, period: string) => `${goal}, ${period}`

const verdicts: Readonly<Record<string, string>> = goals.words

/** Letters about goals whose verdict, pace or evidence has changed. */
export const goalChanges = {
  subject: (n: number, first: string) =>
    n === 1 ? `Privacy goal: ${first}` : `${n} changes in privacy goals: ${first}`,
  kicker: 'Privacy goals',
  headline: (n: number) => (n === 1 ? 'A privacy goal has changed' : `${n} changes in privacy goals`),
  /** The new state, for the subject. */
  short: (goal: string, to: FactState) => {
    switch (to) {
      case 'off-track':
        return `${goal} is far behind the usual pace`
      case 'on-track':
        return `${goal} is back on pace`
      case 'stale':
        return `records for ${goal} are out of date`
      default:
        return `${goal} is now ${verdicts[to]}`
    }
  },
  verdict: (goal: string, period: string, from: FactState, to: FactState, day: string, reason: string) =>
    `${of(goal, period)}: changed from ${verdicts[from]} to ${verdicts[to]} on ${day} (${reason}).`,
  pace: {
    'off-track': (goal: string, period: string, day: string) =>
      `${of(goal, period)}: far behind the usual pace since ${day}.`,
    'on-track': (goal: string, period: string, day: string) => `${of(goal, period)}: on pace again since ${day}.`,
  },
  stale: (goal: string, period: string, day: string, last: string) =>
    `${of(goal, period)}: records have been out of date since ${day}; the last entry is from ${last}.`,
  next: (days: number) => `Each change lasted at least ${days} days and is emailed once.`,
  paceNote: 'A pace is not a result.',
  button: { goal: 'Open the goal', scorecard: 'Open the scorecard' },
}
