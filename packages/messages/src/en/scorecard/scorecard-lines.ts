import type { ChangedClose } from '@wayproof/scorecard/facts'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { RunningPace } from '@wayproof/scorecard/goals/running-pace'
import { quartersBeside, runningPace } from '@wayproof/scorecard/goals/running-pace'
import type {
  EstimateFigures,
  IncidentFigures,
  QuarterFigures,
  SatisfactionFigures,
  Verdict,
  VerdictOf,
} from '@wayproof/scorecard/verdict'
import { bandText } from '../../band-text.ts'
import { day, periodName } from '../../date-format.ts'
import { goalPercent, intervalEnds } from '../../goal-value.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count, percent } from '../../number-format.ts'
import { paceLine } from './gaps.ts'

const n = (number: number) => count(number, 'en')
const of = (number: number, one: string, many: string) => `${n(number)} ${number === 1 ? one : many}`
/** "1 of 14 platforms does": the verb agrees with the part. */
const part = (
  some: number,
  all: number,
  [one, many]: readonly [string, string],
  [verb, verbs]: readonly [string, string],
) => `${n(some)} of ${of(all, one, many)} ${some === 1 ? verb : verbs}`
const people = ['person', 'people'] as const
const partnersOf = ['partner', 'partners'] as const
const have = ['has', 'have'] as const
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function publication({ figures, missing, reason }: VerdictOf<'policy-publication'>): string {
  const { inScope, stale, lastLookOn, version, dueOn } = figures
  if (reason === 'no-inventory') return 'No platform on record.'
  if (version === null) return `No approved policy yet; ${of(inScope, 'platform needs', 'platforms need')} one.`
  if (!missing) {
    return inScope === 1
      ? `The only platform shows version ${version}, in every language.`
      : `All ${n(inScope)} platforms show version ${version}, in every language.`
  }
  if (reason === 'not-checked') {
    if (lastLookOn === null) return 'No platform has ever been checked.'
    const last = `No recent check; the last was on ${day(lastLookOn, 'en')}.`
    return stale === 0
      ? last
      : `${last} Of ${of(inScope, 'platform', 'platforms')} ${n(stale)} showed version ${version} in every language when last checked.`
  }
  const otherwise = missing - stale
  const old = `${n(stale)} of ${of(inScope, 'platform', 'platforms')} passed an earlier check that is now out of date.`
  const absent =
    otherwise === inScope
      ? `No platform shows version ${version} in every language.`
      : `${part(otherwise, inScope, ['platform', 'platforms'], ['does', 'do'])} not show version ${version} in every language.`
  const line = [...(otherwise > 0 ? [absent] : []), ...(stale > 0 ? [old] : [])].join(' ')
  return reason === 'not-yet-due' ? `${line} Due on ${day(dueOn, 'en')}.` : line
}

function training(verdict: VerdictOf<'staff-training'>): string {
  const beside = quartersBeside(verdict)
  const pace = runningPace(verdict)
  if (beside.length > 0) return beside.map((quarter) => quarterLine(quarter, pace)).join(' ')
  const { figures, reason } = verdict
  const quarter = figures.quarters.find((each) => each.quarter === figures.deciding)
  const line = quarter ? passes(quarter, pace) : 'No one on the roster is due for training.'
  return reason === 'session-not-held' ? `${line} The all-staff session was not held.` : line
}

/** A sentence about one quarter beside another. */
export function quarterLine(quarter: QuarterFigures, pace: RunningPace | null = null): string {
  const line = passes(quarter, pace)
  const name = periodName(quarter.quarter, 'en')
  return line.includes(name) ? line : `${upper(name)}: ${line}`
}

function passes({ quarter, due, passed, ended, silent }: QuarterFigures, pace: RunningPace | null): string {
  if (due === 0) return 'No one on the roster is due for training.'
  if (!ended) {
    const soFar = `${part(passed, due, people, have)} passed so far`
    return pace ? paceLine(soFar, pace) : `${soFar}.`
  }
  if (silent) return `No training or exam record for ${periodName(quarter, 'en')}.`
  if (passed === 0) return `None of ${of(due, 'person', 'people')} has passed.`
  return passed < due
    ? `${part(due - passed, due, people, have)} not passed.`
    : `All ${of(due, 'person has', 'people have')} passed.`
}

/** The leaks per booking, a second figure; null for another goal, without a comparison, and in older seals. */
export function perBooking({ goal, figures }: Verdict): string | null {
  if (goal !== 'incident-reduction' || !('unbooked' in figures) || figures.unbooked === undefined) return null
  const { unbooked, rateReduction, rateInterval } = figures
  if (unbooked.length > 0) return `Rate per booking unknown: no bookings for ${monthRanges(unbooked, 'en')}.`
  if (rateReduction === null) return null
  const ends = rateInterval ? ` (95% interval ${intervalEnds(goal, rateInterval).join(' to ')})` : ''
  return `Per booking: ${goalPercent(goal, rateReduction)}${ends}.`
}

function incidents(verdict: VerdictOf<'incident-reduction'>): string {
  const { baselineYear, baselineCount, baselineInRegister } = verdict.figures
  const rate = perBooking(verdict)
  const line = `${leaksLine(verdict)}${rate === null ? '' : ` ${rate}`}`
  return baselineInRegister === undefined
    ? line
    : `${line} Baseline ${baselineYear}: the register now says ${n(baselineInRegister)}, the seal says ${n(baselineCount)}.`
}

/** The same part of the baseline year, with which a running year is compared; empty in older seals. */
function sameDay({ baselineSoFar, baselineYear, baselineInRegister }: IncidentFigures): string {
  if (baselineSoFar === undefined || (baselineSoFar === null && baselineInRegister !== undefined)) return ''
  return baselineSoFar === null
    ? ` Nothing is recorded up to the same day of ${baselineYear}, so nothing is compared.`
    : ` Up to the same day of ${baselineYear}: ${n(baselineSoFar)}.`
}

function leaksLine(verdict: VerdictOf<'incident-reduction'>): string {
  const { figures, reason } = verdict
  const { currentCount, undecided, cap, currentYear, unconfirmed = [] } = figures
  const leaks = of(currentCount, 'leak', 'leaks')
  if (reason === 'no-register') return 'No incident register yet.'
  if (reason === 'nothing-recorded')
    return `Unknown: for ${monthRanges(unconfirmed, 'en')} no incident is recorded, and nobody confirmed that there was none.`
  if (reason === 'not-yet-due') return `${currentYear} is the baseline year; nothing to compare yet.`
  if (reason === 'running' || reason === 'too-early') {
    const pace = runningPace(verdict)
    return `${pace ? paceLine(`${leaks} so far`, pace) : `${leaks} so far (limit ${n(cap)}).`}${sameDay(figures)}`
  }
  if (reason === 'cannot-be-met') return `${leaks} (limit ${n(cap)}).${sameDay(figures)}`
  if (reason === 'undecided-suspicions') {
    return `${leaks} and ${of(undecided, 'undecided suspicion', 'undecided suspicions')} (limit ${n(cap)}).`
  }
  const missingAssessment = reason === 'assessment-missing' ? ' The annual security assessment is missing.' : ''
  return `${leaks} (limit ${n(cap)}).${missingAssessment}`
}

/** A wave ended on another day than sealed: the deciders; the reason is shown separately. */
export function changedClose({ kind, sealedOn, closedOn }: ChangedClose): string {
  const days =
    sealedOn === closedOn
      ? `before the end of ${day(closedOn, 'en')}, its closing date`
      : `on ${day(closedOn, 'en')} instead of ${day(sealedOn, 'en')}`
  return `Closed ${kind}, ${days}. Two privacy officers approved.`
}

/** Effect of weighting; empty if all answers have the same weight. */
function weighted({ weighted: isWeighted, raw, effective, designEffect }: EstimateFigures): string {
  if (!isWeighted || designEffect === 1) return ''
  return ` Unweighted ${percent(raw)}; effective sample size ${n(Math.floor(effective))}.`
}

/** The unweighted share of everyone who answered; empty if it is not published, or all had an opinion. */
const ofAll = ({ satisfiedOfAll: share, estimate }: SatisfactionFigures): string =>
  share === null || share === estimate?.raw ? '' : ` Of all who answered, ${percent(share)} are satisfied (unweighted).`

function satisfaction({ figures, interval, reason }: VerdictOf<'customer-satisfaction'>): string {
  const { n: answers, minimumForStatus, answered, invited, band, estimate, step } = figures
  if (reason === 'no-wave') return 'No survey was held for this half-year.'
  if (reason === 'running') return 'The survey opens when the half-year ends.'
  if (reason === 'wave-open')
    return answered === null
      ? `The survey is open: ${of(invited, 'person', 'people')} invited. Answers are counted hourly and shown from 50 on.`
      : `The survey is open: ${n(answered)} of ${n(invited)} have answered.`
  if (reason === 'no-satisfied-points')
    return 'No result: the scale of the headline does not say which points count as satisfied. Name them in the next version.'
  if (answers === null) return 'Too few people answered to show a result.'
  const opinions = `${of(answers, 'answer', 'answers')} with an opinion.`
  const publishedBand = band
    ? ` ${upper(bandText(band, 'en'))} ${band.end === 'low' ? 'is' : 'are'} satisfied. Exact figures are hidden to protect individuals.`
    : ''
  const withheld = ' The share is hidden: it could reveal a small group.'
  const base = `${opinions}${step === 'verdict' && !band ? withheld : estimate ? weighted(estimate) : publishedBand}`
  if (reason === 'too-few-answers') return `${base} A result needs at least ${n(minimumForStatus)} responses.`
  const ends = interval ? ` Interval ${intervalEnds('customer-satisfaction', interval).join(' to ')}.` : ''
  const coarse =
    interval && (step === 0.5 || step === 1)
      ? ` Rounded down to ${step === 1 ? '1 point' : '0.5 points'}: finer figures could reveal a small group.`
      : ''
  return `${base}${ends}${ofAll(figures)}${coarse}${reason === 'improvement-missing' ? ' No improvement has been chosen yet.' : ''}`
}

function partners(verdict: VerdictOf<'partner-audit'>): string {
  const { figures, missing, reason } = verdict
  const { due, audited, failedWithoutPlan } = figures
  if (reason === 'no-partner-due') return 'No partner is due for an audit.'
  if (reason === 'running' || reason === 'too-early') {
    const pace = runningPace(verdict)
    if (pace) return paceLine(`${n(audited)} of ${n(due)} audited`, pace)
    return `${part(audited, due, partnersOf, have)} been audited in full so far.`
  }
  if (missing) return `${part(missing, due, partnersOf, have)} no full audit.`
  const line = `All ${of(due, 'partner has', 'partners have')} been audited in full.`
  return reason === 'plan-missing' ? `${line} ${n(failedWithoutPlan)} failed without a corrective plan date.` : line
}

const lines: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => string } = {
  'policy-publication': publication,
  'staff-training': training,
  'incident-reduction': incidents,
  'customer-satisfaction': satisfaction,
  'partner-audit': partners,
}

/** A verdict's figures and gaps, in one line. */
export const line = <V extends Verdict>(verdict: V): string =>
  (lines[verdict.goal] as (verdict: Verdict) => string)(verdict)
