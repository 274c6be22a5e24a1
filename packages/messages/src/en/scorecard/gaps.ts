import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Gap, Room, Step } from '@wayproof/scorecard/gap/gap'
import type { RunningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Reason } from '@wayproof/scorecard/verdict'
import { day, periodName } from '../../date-format.ts'
import { pointsUp } from '../../goal-value.ts'
import { count, pointsDown } from '../../number-format.ts'
import { goals } from './goals.ts'

const n = (value: number) => count(value, 'en')
const of = (value: number, one: string, many: string) => `${n(value)} ${value === 1 ? one : many}`
const until = (by: string | null) => (by === null ? '' : ` by ${day(by, 'en')}`)
/** Empty if it is all of them. */
const ofThose = ({ count, of }: { readonly count: number; readonly of: number }, who: string) =>
  count === of ? '' : `, of the ${n(of)} ${who}`
/** "a and b"; with semicolons if a part contains a comma. */
const listed = (parts: readonly string[]): string =>
  parts.some((part) => part.includes(',')) ? parts.join('; ') : new Intl.ListFormat('en').format(parts)
const leaks = (value: number) => of(value, 'leak', 'leaks')

function step(step: Step): string {
  switch (step.kind) {
    case 'version':
      return 'an approved policy version'
    case 'publications':
      return `${step.version === null ? 'it' : `version ${step.version}`} on ${n(step.count)} more of ${of(step.of, 'platform', 'platforms')}${until(step.by)}`
    case 'checks':
      return `a new check of ${of(step.count, 'platform', 'platforms')}${until(step.by)}`
    case 'passes':
      return `${n(step.count)} more ${step.count === 1 ? 'pass' : 'passes'}${until(step.by)}${ofThose(step, 'who have not passed')}`
    case 'session':
      return `the all-staff session of ${periodName(step.quarter, 'en')}`
    case 'leaks':
      return `${leaks(step.count)} fewer`
    case 'dismissals':
      return `${n(step.count)} of ${of(step.of, 'suspicion', 'suspicions')} found to be no leak`
    case 'assessment':
      return `a full security assessment${until(step.by)}`
    case 'answers':
      return step.count === null
        ? `${n(step.minimum)} answers with an opinion`
        : `${step.exact ? '' : 'about '}${of(step.count, 'more answer', 'more answers')} with an opinion (a status needs ${n(step.minimum)})`
    case 'satisfied':
      return step.exact
        ? `${of(step.count, 'more satisfied answer', 'more satisfied answers')} among ${n(step.among)}`
        : `${pointsUp(step.difference)} points more, about ${of(step.count, 'more satisfied answer', 'more satisfied answers')} among ${n(step.among)}`
    case 'more-satisfied':
      return 'more satisfied answers (the number is hidden to protect individuals)'
    case 'improvement':
      return 'an improvement chosen from the feedback'
    case 'audits':
      return `${of(step.count, 'more partner', 'more partners')} audited in full${until(step.by)}${ofThose(step, 'without an audit')}`
    case 'plans':
      return `dated plans for ${of(step.count, 'failed partner', 'failed partners')}`
  }
}

/** A step that can no longer be taken, as the distance by which the target was missed. */
function distance(missed: Step): string {
  switch (missed.kind) {
    case 'publications':
      return `${of(missed.count, 'platform', 'platforms')}${missed.version === null ? '' : ` without version ${missed.version}`}`
    case 'checks':
      return of(missed.count, 'platform check', 'platform checks')
    case 'passes':
      return of(missed.count, 'pass', 'passes')
    case 'satisfied': {
      const answers = of(missed.count, 'satisfied answer', 'satisfied answers')
      return missed.exact ? answers : `${pointsUp(missed.difference)} points, about ${answers}`
    }
    case 'more-satisfied':
      return 'satisfied answers (the number is hidden to protect individuals)'
    case 'audits':
      return of(missed.count, 'partner audit', 'partner audits')
    default:
      return step(missed)
  }
}

function room(room: Room, isRunning: boolean): string {
  if (room.kind === 'leaks') {
    if (room.count === 0) return `No margin: one more leak ${isRunning ? 'misses' : 'would have missed'} the target.`
    return `${of(room.count, 'more leak', 'more leaks')} allowed.`
  }
  if (room.kind === 'satisfied') {
    if (room.count === 0) return 'No margin: one fewer satisfied answer misses the target.'
    const answers = of(room.count, 'satisfied answer', 'satisfied answers')
    return room.exact
      ? `${answers} above target.`
      : `${pointsDown(room.difference)} points above target, about ${answers}.`
  }
  const spare = {
    publications: of(room.count, 'platform', 'platforms'),
    passes: of(room.count, 'pass', 'passes'),
    audits: of(room.count, 'audit', 'audits'),
  }[room.kind]
  return room.count === 0 ? 'No margin: one fewer misses the target.' : `${spare} above target.`
}

const missing: Partial<Record<Reason, string>> = {
  'no-inventory': 'the platform list',
  'no-roster': 'a roster with people due for training',
  'not-checked': 'a recent platform check',
  'no-training-record': 'training and exam records of a past quarter',
  'no-register': 'the incident register',
  'nothing-recorded': 'an incident, or the confirmation that there was none, for each month',
  'not-yet-due': 'a year to compare with the baseline year',
  'no-wave': 'a survey for this half-year',
  running: 'the survey, which opens when the half-year ends',
  'wave-open': 'the end of the survey',
  'no-satisfied-points': 'the satisfied points of the scale, to be named in the next version of the questionnaire',
  'no-partner-due': 'a partner due for an audit',
}

function lacking({ lacking, steps, owner }: Gap): string {
  const what = (lacking && missing[lacking]) ?? listed(steps.map(step))
  return `Missing: ${what}. ${ownerLine(owner)}`
}

const ownerLine = (owner: Owner): string => `Owner: ${goals.owners[owner]}.`

/** The gap to a goal's target, in one line. */
function gap(of: Gap): string {
  if (of.state === 'lacking') return lacking(of)
  const steps = of.steps.filter(({ over }) => over)
  const ahead = of.steps.filter(({ over }) => !over)
  const lines: string[] = []
  const [first] = steps
  if (first?.kind === 'leaks') {
    lines.push(
      first.ended
        ? `Missed by ${leaks(first.confirmed - first.cap)}. The period has ended; only a correction can change this.`
        : `Target can no longer be met: ${leaks(first.confirmed)} (limit ${n(first.cap)}).`,
    )
  } else if (steps.length > 0) {
    const tail = of.goal === 'customer-satisfaction' ? '' : ' The period has ended; only a correction can change this.'
    lines.push(`Missed by ${listed(steps.map(distance))}.${tail}`)
  }
  const toDo = of.state === 'green' ? 'To stay on target' : 'To reach the target'
  if (ahead.length > 0) lines.push(`${steps.length > 0 ? 'Still needed' : toDo}: ${listed(ahead.map(step))}.`)
  if (of.room && steps.length === 0) lines.push(room(of.room, of.state !== 'green'))
  // For a green goal without a figure, the distance to the target would reveal it.
  return lines.join(' ') || 'The margin is hidden to protect individuals.'
}

export const daysLeft = ({ daysLeft }: RunningPace): string => of(daysLeft, 'day left', 'days left')

/** Days left, expected by now and needed, behind `done`, in one line. */
export function paceLine(done: string, pace: RunningPace): string {
  const { counts, expected, atEnd } = pace
  const now = counts === 'leaks' ? `At most ${n(expected)} by now` : `${n(expected)} expected by now`
  return `${done}, ${daysLeft(pace)}. ${now}, ${n(atEnd)} ${counts === 'leaks' ? 'in all' : 'needed by the end'}.`
}

export const gaps = {
  gap,
  toRows: (rows: number) => (rows === 1 ? 'View 1 missing record' : `View ${n(rows)} missing records`),
  running: {
    title: 'Progress so far',
    by: 'Period ends',
    elapsed: { completions: 'Usually done by now', leaks: 'Share of the year elapsed' },
    now: { completions: 'Done', leaks: 'Leaks so far' },
    expected: { completions: 'Expected by now', leaks: 'Allowed by now' },
    atEnd: { completions: 'Needed by the end', leaks: 'Limit for the period' },
    daysLeft: 'Days left',
    help: {
      completions:
        'Expected by now: as in past periods or, without them, by elapsed days. Far behind: less than half of it.',
      leaks: 'Allowed by now: by elapsed days, rounded up. Far behind: more than twice as many.',
    },
  },
}
