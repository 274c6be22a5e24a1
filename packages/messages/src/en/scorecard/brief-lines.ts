import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { runningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Verdict, VerdictOf } from '@wayproof/scorecard/verdict'
import { bandText } from '../../band-text.ts'
import { shortPeriod } from '../../date-format.ts'
import { intervalEnds } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { upper } from './courses.ts'
import { daysLeft } from './gaps.ts'

const n = (number: number) => count(number, 'en')
const of = (number: number, one: string, many: string) => `${n(number)} ${number === 1 ? one : many}`

function publication({ figures, reason, missing }: VerdictOf<'policy-publication'>): string {
  const { inScope, published, version } = figures
  if (reason === 'no-inventory') return 'No platform on record'
  if (version === null) return 'No approved policy yet'
  if (reason === 'not-checked') return `No recent check of ${of(inScope, 'platform', 'platforms')}`
  return missing
    ? `${n(published)} of ${of(inScope, 'platform', 'platforms')} show version ${version}`
    : `All ${of(inScope, 'platform', 'platforms')} show version ${version}`
}

function training(verdict: VerdictOf<'staff-training'>): string {
  const { quarters, deciding } = verdict.figures
  const unrecorded = quarters.find(({ ended, silent }) => ended && silent)
  if (unrecorded) return `No exam records for ${shortPeriod(unrecorded.quarter, 'en')}`
  const quarter = quarters.find((each) => each.quarter === deciding)
  if (!quarter || quarter.due === 0) return 'No one on the roster is due'
  if (verdict.reason === 'session-not-held') return 'The all-staff session was not held'
  const { due, passed, ended, pace } = quarter
  if (!ended && pace && pace.need > 0) return `${n(pace.need)} more of ${n(due)} reach the target`
  if (passed >= due) return `All ${of(due, 'person', 'people')} passed`
  return ended
    ? `${n(due - passed)} of ${n(due)} people have not passed`
    : `${n(passed)} of ${n(due)} people have passed`
}

function incidents({ figures, reason }: VerdictOf<'incident-reduction'>): string {
  const { currentCount, undecided, cap, currentYear } = figures
  const leaks = of(currentCount, 'leak', 'leaks')
  if (reason === 'no-register') return 'No incident register yet'
  if (reason === 'nothing-recorded') return 'No incident recorded or ruled out'
  if (reason === 'not-yet-due') return `${currentYear} is the baseline year`
  if (reason === 'running' || reason === 'too-early') return `${leaks} of at most ${n(cap)} so far`
  if (reason === 'undecided-suspicions') return `${leaks}, ${n(undecided)} undecided, limit ${n(cap)}`
  if (reason === 'assessment-missing') return `${leaks}, limit ${n(cap)}; no security assessment`
  return `${leaks}, limit ${n(cap)}`
}

function satisfaction({ figures, interval, reason }: VerdictOf<'customer-satisfaction'>): string {
  const { n: answers, minimumForStatus, answered, invited, band, step } = figures
  if (reason === 'no-wave') return 'No survey was held'
  if (reason === 'running') return 'The survey opens after the half-year'
  if (reason === 'wave-open')
    return answered === null
      ? `${of(invited, 'person', 'people')} invited, under 50 answers`
      : `${n(answered)} of ${n(invited)} have answered so far`
  if (reason === 'no-satisfied-points') return 'The scale names no satisfied points'
  if (answers === null) return 'Too few people answered'
  if (band) return `${upper(bandText(band, 'en'))} satisfied; details hidden`
  if (reason === 'too-few-answers') return `${n(answers)} answers; a result needs ${n(minimumForStatus)}`
  if (reason === 'improvement-missing') return 'No improvement chosen yet'
  if (step === 'verdict' || interval === null) return 'Share hidden to protect a small group'
  const ends = intervalEnds('customer-satisfaction', interval).join(' to ')
  return answered === null ? ends : `${n(answered)} of ${n(invited)} answered, ${ends}`
}

function partners(verdict: VerdictOf<'partner-audit'>): string {
  const { figures, missing, reason } = verdict
  const { due, audited, failedWithoutPlan } = figures
  if (reason === 'no-partner-due') return 'No partner is due for an audit'
  const pace = runningPace(verdict)
  if (pace) return `${n(audited)} of ${n(due)} audited, ${daysLeft(pace)}; ${n(pace.expected)} expected by now`
  if (missing) return `${n(missing)} of ${of(due, 'partner', 'partners')} without a full audit`
  if (reason === 'plan-missing') return `${n(failedWithoutPlan)} failed without a plan date`
  return `All ${of(due, 'partner', 'partners')} audited in full`
}

const briefs: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => string } = {
  'policy-publication': publication,
  'staff-training': training,
  'incident-reduction': incidents,
  'customer-satisfaction': satisfaction,
  'partner-audit': partners,
}

/** A goal's figures and what is missing, in a few words for a table. */
export const brief = (verdict: Verdict): string => (briefs[verdict.goal] as (verdict: Verdict) => string)(verdict)
