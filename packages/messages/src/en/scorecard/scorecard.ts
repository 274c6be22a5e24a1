import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Change } from '@wayproof/scorecard/change/change'
import { intervalSide } from '@wayproof/scorecard/claims/interval-side'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { LeaksAgainstCap } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { MissingWhy } from '@wayproof/scorecard/goals/missing-row'
import type { ExcludedRow } from '@wayproof/scorecard/rule-changes/exclusion'
import type { OverallResult } from '@wayproof/scorecard/scorecard'
import type { Flag, Reason, Verdict } from '@wayproof/scorecard/verdict'
import { day } from '../../date-format.ts'
import { goalFromTo, intervalEnds, verdictTarget, verdictValue } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { brief } from './brief-lines.ts'
import { claims } from './claims.ts'
import { courses, listed, subjects, upper } from './courses.ts'
import { estimate } from './estimate.ts'
import { gaps } from './gaps.ts'
import { goals } from './goals.ts'
import { changedClose, line, perBooking, quarterLine } from './scorecard-lines.ts'
import { waveChanges } from './wave-changes.ts'

const reasons: Record<Reason, string> = {
  'target-reached': 'target reached',
  'below-target': 'below target',
  running: 'the period is still running',
  'too-early': 'too early to tell',
  'cannot-be-met': 'can no longer be met',
  'no-inventory': 'no platform on record',
  'not-yet-due': 'not yet due',
  'not-checked': 'no recent platform check',
  'no-roster': 'no one on the roster is due',
  'no-training-record': 'no training or exam record for the quarter',
  'session-not-held': 'the all-staff session was not held',
  'no-register': 'no incident register',
  'nothing-recorded': 'no incident recorded or ruled out',
  'above-cap': 'more leaks than the limit',
  'assessment-missing': 'the annual security assessment is missing',
  'undecided-suspicions': 'undecided suspected incidents',
  'no-wave': 'no survey was held',
  'wave-open': 'the survey is still open',
  'no-satisfied-points': 'the scale of the headline names no satisfied points',
  suppressed: 'hidden: too few people',
  'too-few-answers': 'too few responses',
  'improvement-missing': 'no improvement chosen yet',
  'no-partner-due': 'no partner audit due',
  'plan-missing': 'a failed partner has no corrective plan date',
}

const flags: Record<Flag, string> = {
  'few-know': 'More than 30% of respondents have no opinion.',
  'weighting-decides':
    'Weighted and unweighted shares fall on opposite sides of the target. The weighted share decides.',
  'weights-uneven':
    'Not demonstrated: some groups answered far less often than others, and weights cannot correct that.',
  'not-weighted': 'Unweighted: group sizes were not recorded when the survey opened.',
  'basis-conflict': 'The count and the rate per booking disagree. The count decides.',
  'keep-zero': 'The baseline is zero. The goal is to keep it there.',
  'exempt-share-high': 'More than 5% of staff were on leave for the whole quarter.',
  'year-assumed': 'Some incidents have no date of discovery or confirmation; their year of occurrence is used.',
  'too-few-to-demonstrate': 'Too few leaks in the baseline year to demonstrate the target reduction.',
  'stale-checks': 'Some platform checks are out of date and do not count.',
}

const why: Record<MissingWhy, string> = {
  'not-published': 'No policy found',
  'language-missing': 'A language is missing',
  'old-version': 'Wrong version',
  'other-text': 'Shows different text',
  'not-verified': 'Check out of date',
  'no-records': 'No records imported for the quarter',
  'modules-missing': 'Modules not completed',
  'no-exam': 'No exam taken',
  'exam-failed': 'Exam not passed',
  'passed-late': 'Passed after the quarter',
  'taken-out-by-one': 'Taken out by one person; counts until two people exclude it',
  'no-audit': 'No audit this year',
  'partial-audit': 'Partial audit only',
  'self-declared-audit': 'Self-declared only',
}

const definitions: Record<GoalId, string> = {
  'policy-publication': 'Share of platforms that show the current privacy policy in every language.',
  'staff-training': 'Share of staff who completed the training and passed the exam in the quarter.',
  'incident-reduction': 'Customer data leaks compared with the baseline year.',
  'customer-satisfaction': 'Share of travelers satisfied or very satisfied with how we protect their privacy.',
  'partner-audit': 'Share of partners with customer data that had a full audit this year.',
}

/** How many goals are met, then which are not. */
function headlineParts({ met, missed, unknown }: OverallResult): { readonly met: string; readonly rest: string } {
  const all = met.length + missed.length + unknown.length
  const rest = [
    ...(missed.length > 0 ? [`Missed: ${listed(missed)}.`] : []),
    ...(unknown.length > 0 ? [`No result yet: ${listed(unknown)}.`] : []),
  ]
  const counted = met.length === all ? `All ${all} goals met.` : `${met.length} of ${all} goals met.`
  return { met: counted, rest: rest.join(' ') }
}

function headline(overallResult: OverallResult): string {
  const { met, rest } = headlineParts(overallResult)
  return rest === '' ? met : `${met} ${rest}`
}

const overall = (overallResult: OverallResult): string =>
  `Overall: ${goals.words[overallResult.overall]} (the worst goal decides).`

/** How firm the verdict of a goal is, in a sentence; empty where chance plays no part. */
function certainty(verdict: Verdict): string {
  if (claims.strength(verdict) === null) return ''
  const { text, verb } = subjects[verdict.goal]
  return `${upper(text)} ${verb} ${claims.verdict(verdict)}.`
}

/** A goal's title is its result: "Customer satisfaction: 87.3%, met, beyond sampling error". */
function title(verdict: Verdict): string {
  const word = verdict.verdict === 'unknown' ? reasons[verdict.reason] : claims.verdict(verdict)
  const value = verdictValue(verdict, 'en')
  return `${goals.names[verdict.goal]}: ${value === null ? word : `${value}, ${word}`}`
}

const target = (verdict: Verdict): string => `target ${verdictTarget(verdict)}`

/** "85.2 to 89.1%"; null without an interval. */
function interval({ goal, interval: given }: Verdict): string | null {
  return given && intervalEnds(goal, given).join(' to ')
}

const sides = {
  reaches: 'entirely above target',
  misses: 'entirely below target',
  inside: 'includes the target',
}

function intervalNote({ interval: given, target: at, figures }: Verdict): string {
  if (!given) return ''
  const part = 'baselineSoFar' in figures ? ' of the same part of both years' : ''
  return `95% interval${part}; ${sides[intervalSide(given, at)]}`
}

/** "3 of at most 8": the leaks of a year against its cap. */
const leaks = ({ count: leaks, cap }: LeaksAgainstCap): string => `${count(leaks, 'en')} (limit ${count(cap, 'en')})`

/** "84.1 → 87.3%", of leaks "3 of at most 8; 2 fewer than the year before"; null where nothing compares. */
function fromTo(change: Change): string | null {
  if (!change.leaks) return goalFromTo(change)
  const more = change.leaks.to.count - change.leaks.from.count
  const difference = more === 0 ? 'as many as' : `${count(Math.abs(more), 'en')} ${more < 0 ? 'fewer' : 'more'} than`
  return `${leaks(change.leaks.to)}; ${difference} the year before`
}

/**
 * Dates of a figure: its last counted day, and the day of the registers' state; null if that day is unknown.
 */
function counted(through: CalendarDate, recorded: CalendarDate | null): string {
  if (recorded === through) return `as of ${day(through, 'en')}`
  const last = `through ${day(through, 'en')}`
  return recorded === null ? last : `${last}, as recorded on ${day(recorded, 'en')}`
}

export const scorecard = {
  headline,
  headlineParts,
  overall,
  claims,
  certainty,
  courses,
  title,
  brief,
  line,
  quarterLine,
  perBooking,
  changedClose,
  /** Rows that no share counts. */
  excluded: {
    heading: 'Excluded (approved by two people)',
    row: ({ goal, label, reason }: ExcludedRow) =>
      `${goals.names[goal]}: ${label ?? 'one member of staff'} (${reason})`,
  },
  changedCloseReason: ' Reason: ',
  target,
  interval,
  intervalNote,
  counted,
  leaks,
  fromTo,
  reasons,
  flags,
  why,
  definitions,
  gaps,
  waveChanges,
  estimate,
}
