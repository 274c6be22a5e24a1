import type { CalendarDate } from '@wayproof/kernel'
import type {
  Change,
  ExcludedRow,
  Flag,
  GoalId,
  LeaksAgainstCap,
  MissingWhy,
  Reason,
  Standing,
  Verdict,
} from '@wayproof/scorecard'
import { day } from '../../date-format.ts'
import { goalCourse, intervalEnds, intervalSide, verdictTarget, verdictValue } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { estimate } from './estimate.ts'
import { goals } from './goals.ts'
import { likelihood } from './likelihood.ts'
import { changedClose, line, quarterLine } from './scorecard-lines.ts'
import { waveChanges } from './wave-changes.ts'
import { ways } from './ways.ts'

const numbers = ['none', 'one', 'two', 'three', 'four', 'five']
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const subjects: Record<GoalId, { readonly text: string; readonly plural: boolean }> = {
  'policy-publication': { text: 'policy publication', plural: false },
  'staff-training': { text: 'staff training', plural: false },
  'incident-reduction': { text: 'incident reduction', plural: false },
  'customer-satisfaction': { text: 'customer satisfaction', plural: false },
  'partner-audit': { text: 'partner audits', plural: true },
}

const reasons: Record<Reason, string> = {
  'target-reached': 'target reached',
  'below-target': 'below the target',
  running: 'the period is still running',
  'too-early': 'too early to tell',
  'cannot-be-met': 'can no longer be met',
  'no-inventory': 'no platform on record',
  'not-yet-due': 'not yet due',
  'not-checked': 'no platform was checked lately',
  'no-roster': 'nobody on the roster is due',
  'no-training-record': 'no training or exam of the quarter is on record',
  'session-not-held': 'the session for all staff was not held',
  'no-register': 'no incident register',
  'above-cap': 'more leaks than the cap',
  'assessment-missing': 'the yearly security assessment is missing',
  'undecided-suspicions': 'suspicions are undecided',
  'no-wave': 'no survey was held',
  'wave-open': 'the survey is still open',
  suppressed: 'hidden: too few people',
  'too-few-answers': 'too few answers',
  'improvement-missing': 'no improvement chosen yet',
  'no-partner-due': 'no partner is due',
  'plan-missing': 'a failed partner has no dated plan',
}

const flags: Record<Flag, string> = {
  'few-know': 'More than 30% of those who answered have no opinion.',
  'weighting-decides': 'Counted and weighted, the answers fall on two sides of the target; the weighted share decides.',
  'weights-uneven':
    'Some groups answered so rarely that their answers weigh much: the share is less sure than it looks.',
  'not-weighted': 'Not weighted: the groups of all eligible customers were not kept when this survey opened.',
  'basis-conflict': 'Count and rate per booking disagree; the count decides.',
  'keep-zero': 'The baseline is zero: the goal is to keep it there.',
  'exempt-share-high': 'More than 5% of staff were on leave for the whole quarter.',
  'year-assumed': 'Some incidents have no date of confirmation and count in the year they happened.',
  'too-few-to-demonstrate': 'Too few leaks in the baseline year to demonstrate the fall that is aimed at.',
  'stale-checks': 'Some platforms have not been checked for too long and do not count.',
}

const why: Record<MissingWhy, string> = {
  'not-published': 'No policy seen',
  'language-missing': 'A language is missing',
  'old-version': 'Shows an old version',
  'other-text': 'Shows another text',
  'not-verified': 'Not checked for too long',
  'no-records': 'No records imported for the quarter',
  'modules-missing': 'Modules not completed',
  'no-exam': 'No exam taken',
  'exam-failed': 'Exam not passed',
  'passed-late': 'Passed after the quarter',
  'no-audit': 'No audit this year',
  'partial-audit': 'Audit of partial scope',
  'self-declared-audit': 'Self-declared only',
}

const definitions: Record<GoalId, string> = {
  'policy-publication': 'Share of platforms that show the current privacy policy in every language.',
  'staff-training': 'Share of staff who completed the training and passed the exam in the quarter.',
  'incident-reduction': 'Leaks of customer information on the baseline year.',
  'customer-satisfaction': 'Share of travelers satisfied or very satisfied with how we protect their privacy.',
  'partner-audit': 'Share of partners with customer data that were audited in full this year.',
}

/** "Staff training and partner audits are": the goals as a subject, with their verb. */
function subject(ids: readonly GoalId[]): string {
  const names = ids.map((id) => subjects[id].text)
  const last = names.at(-1) ?? ''
  const text = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  const plural = ids.length > 1 || ids.some((id) => subjects[id].plural)
  return `${upper(text)} ${plural ? 'are' : 'is'}`
}

/** How many goals are met, then which are not. */
function headlineParts({ met, missed, unknown }: Standing): { readonly met: string; readonly rest: string } {
  const all = met.length + missed.length + unknown.length
  const of = numbers[all] ?? String(all)
  const rest = [
    ...(missed.length > 0 ? [`${subject(missed)} missed.`] : []),
    ...(unknown.length > 0 ? [`${subject(unknown)} not known yet.`] : []),
  ]
  const counted =
    met.length === all
      ? `All ${of} goals are met.`
      : `${upper(numbers[met.length] ?? String(met.length))} of ${of} goals ${met.length === 1 ? 'is' : 'are'} met.`
  return { met: counted, rest: rest.join(' ') }
}

function headline(standing: Standing): string {
  const { met, rest } = headlineParts(standing)
  return rest === '' ? met : `${met} ${rest}`
}

const overall = (standing: Standing): string => `Overall is the worst goal: ${goals.words[standing.overall]}.`

/** Whether chance could explain a verdict; empty if chance plays no part. */
function certainty({ goal, verdict, demonstrated }: Verdict): string {
  if (verdict !== 'met' || demonstrated === null) return ''
  return `${upper(subjects[goal].text)} is met, ${demonstrated ? 'and chance cannot explain it away' : 'but chance is not excluded'}.`
}

/** A goal's title is its result: "Customer satisfaction: 87.3%, met and demonstrated". */
function title(verdict: Verdict): string {
  const word =
    verdict.verdict === 'unknown'
      ? reasons[verdict.reason]
      : verdict.demonstrated === null || verdict.verdict === 'missed'
        ? goals.words[verdict.verdict]
        : `met${verdict.demonstrated ? ' and demonstrated' : ', chance not excluded'}`
  const value = verdictValue(verdict, 'en')
  return `${goals.names[verdict.goal]}: ${value === null ? word : `${value}, ${word}`}`
}

const target = (verdict: Verdict): string => `target ${verdictTarget(verdict)}`

/** "85.2 to 89.1%"; null without an interval. */
function interval({ goal, interval: given }: Verdict): string | null {
  return given && intervalEnds(goal, given).join(' to ')
}

const sides = {
  reaches: 'all of it reaches the target',
  misses: 'all of it misses the target',
  inside: 'the target lies inside it',
}

function intervalNote({ interval: given, target: at }: Verdict): string {
  return given ? `95% interval; ${sides[intervalSide(given, at)]}` : ''
}

/** "3 of at most 8": the leaks of a year against its cap. */
const leaks = ({ count: leaks, cap }: LeaksAgainstCap): string => `${count(leaks, 'en')} of at most ${count(cap, 'en')}`

/** "84.1 → 87.3%", of leaks "3 of at most 8; 2 fewer than the year before"; null where nothing compares. */
function course(of: Change): string | null {
  if (!of.leaks) return goalCourse(of)
  const more = of.leaks.to.count - of.leaks.from.count
  const difference = more === 0 ? 'as many as' : `${count(Math.abs(more), 'en')} ${more < 0 ? 'fewer' : 'more'} than`
  return `${leaks(of.leaks.to)}; ${difference} the year before`
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
  certainty,
  title,
  line,
  quarterLine,
  changedClose,
  /** Rows that no share counts. */
  excluded: {
    heading: 'Left out of the count, as two people decided',
    row: ({ goal, label, reason }: ExcludedRow) =>
      `${goals.names[goal]}: ${label ?? 'one member of staff'} (${reason})`,
  },
  changedCloseReason: ' Reason: ',
  target,
  interval,
  intervalNote,
  counted,
  leaks,
  course,
  likelihood,
  reasons,
  flags,
  why,
  definitions,
  ways,
  waveChanges,
  estimate,
}
