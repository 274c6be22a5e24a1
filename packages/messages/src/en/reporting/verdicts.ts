import type { Reason, Standing, Verdict } from '@wayproof/scorecard'
import { periodName } from '../../date-format.ts'
import { count, percent } from '../../number-format.ts'
import { goals } from '../goals.ts'

const n = (value: number) => count(value, 'en')
const people = (value: number) => (value === 1 ? '1 person' : `${n(value)} people`)
const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five']

function list(names: readonly string[]): string {
  const small = names.map((name, i) => (i === 0 ? name : name.toLowerCase()))
  return small.length < 2 ? small.join('') : `${small.slice(0, -1).join(', ')} and ${small.at(-1)}`
}

const reasons: Record<Reason, string> = {
  'target-reached': 'The target is reached.',
  'below-target': 'The target is not reached.',
  running: 'The period is still running.',
  'too-early': 'Too early to tell.',
  'cannot-be-met': 'The target can no longer be met.',
  'no-inventory': 'No policy surface is registered.',
  'not-yet-due': 'The policy is not due yet.',
  'no-roster': 'No staff is on the roster.',
  'session-not-held': 'The quarterly session for all staff was not held.',
  'no-register': 'There is no incident register.',
  'above-cap': 'There are more leaks than the cap allows.',
  'assessment-missing': 'The yearly security assessment is missing.',
  'undecided-suspicions': 'Suspected leaks are undecided and could change the verdict.',
  'no-wave': 'No wave asked about this half-year.',
  'wave-open': 'The wave is still open; no results before it closes.',
  suppressed: 'Hidden: fewer than five people.',
  'too-few-answers': 'Too few answers to judge.',
  'improvement-missing': 'No improvement was chosen from the feedback.',
  'no-partner-due': 'No partner is due.',
  'plan-missing': 'A failed audit has no corrective plan.',
}

const decided: readonly Reason[] = ['target-reached', 'below-target', 'above-cap']

function explain(verdict: Verdict): string {
  if (!decided.includes(verdict.reason)) return reasons[verdict.reason]
  const missing = verdict.missing ?? 0
  switch (verdict.goal) {
    case 'policy-publication':
      return missing === 0
        ? `All ${n(verdict.figures.inScope)} platforms show version ${verdict.figures.version}, in every language.`
        : `${n(missing)} of ${n(verdict.figures.inScope)} platforms do not show the current version.`
    case 'staff-training':
      return missing === 0
        ? `All ${n(verdict.share?.denominator ?? 0)} people have passed.`
        : `${n(missing)} of ${people(verdict.share?.denominator ?? 0)} have not passed.`
    case 'incident-reduction':
      return `${n(verdict.figures.currentCount)} leaks, cap ${n(verdict.figures.cap)}; ${n(verdict.figures.baselineCount)} in ${verdict.figures.baselineYear}.`
    case 'customer-satisfaction':
      return `${n(verdict.figures.n ?? 0)} answers with an opinion.${
        verdict.interval
          ? ` Interval ${percent(verdict.interval.lower, 'en')} to ${percent(verdict.interval.upper, 'en')}.`
          : ''
      }`
    case 'partner-audit':
      return missing === 0
        ? `All ${n(verdict.figures.due)} partners have a full audit.`
        : `${n(missing)} of ${n(verdict.figures.due)} partners have no full audit.`
  }
}

export const verdicts = {
  reasons,
  explain,
  headline: ({ met, missed, unknown }: Standing): string => {
    const first =
      met.length === 5
        ? 'All five goals are met.'
        : `${numbers[met.length]} of five goals ${met.length === 1 ? 'is' : 'are'} met.`
    const named = (ids: Standing['met']) => list(ids.map((id) => goals.names[id]))
    const verb = (ids: Standing['met']) => (ids.length === 1 ? 'is' : 'are')
    const second = missed.length > 0 ? ` ${named(missed)} ${verb(missed)} missed.` : ''
    const third = unknown.length > 0 ? ` ${named(unknown)} ${verb(unknown)} unknown.` : ''
    return `${first}${second}${third}`
  },
  judged: (period: string) => periodName(period, 'en'),
}
