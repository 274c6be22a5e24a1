import type { DueCause, EditionKind, EditionState, Release } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { FeedingRegister } from '@wayproof/scorecard/goals/feeding-register'
import { day, periodName } from '../../date-format.ts'
import { registers } from '../registers/registers.ts'
import { goals } from '../scorecard/goals.ts'
import { scorecard } from '../scorecard/scorecard.ts'

const kinds: Record<EditionKind, string> = {
  preliminary: 'Preliminary edition',
  record: 'Edition of record',
  sealed: 'Sealed edition',
  monthly: 'Monthly edition',
  quarterly: 'Quarterly edition',
  now: 'Interim edition',
}

const states: Record<EditionState, string> = {
  held: 'Held back',
  'awaiting-approval': 'Awaiting approval',
  sent: 'Sent',
  superseded: 'Superseded',
}

const causes: Record<DueCause, string> = {
  'wave-unlinked': 'after the survey was anonymized and the departments were reminded',
  'wave-to-close': 'after the closing date of the survey',
  'wave-never-opened': 'no survey was opened for this half-year',
  'half-year-ended': 'first working day after the half-year',
  'half-year-closed': 'the half-year was closed and sealed',
  'month-ended': 'first working day after the month',
  'quarter-ended': 'first working day after the quarter',
  officer: 'sent by a privacy officer',
}

const releases: Record<Release, string> = {
  'on-time': 'Sent on schedule',
  mended: 'Sent once the gaps were closed',
  'as-is': 'Sent as it is by a privacy officer',
  automatic: 'Sent automatically after 10 working days',
  approved: 'Approved by a privacy officer',
  officer: 'Sent by a privacy officer',
}

const register = (id: FeedingRegister) => registers.names[id]

/** The gap, in one sentence. */
function reason(holdReason: HoldReason): string {
  switch (holdReason.code) {
    case 'wave-open-past-its-date':
      return `The survey was to close on ${day(holdReason.closesOn, 'en')} and is not anonymized yet.`
    case 'register-stale':
      return holdReason.lastOn === null
        ? `${register(holdReason.register)}: nothing was recorded.`
        : `${register(holdReason.register)}: last updated on ${day(holdReason.lastOn, 'en')}, before the last quarter.`
    case 'goal-unknown':
      return `${goals.names[holdReason.goal]} is unknown: ${scorecard.reasons[holdReason.because]}.`
  }
}

/** The owner's next step. */
function remedy(holdReason: HoldReason): string {
  switch (holdReason.code) {
    case 'wave-open-past-its-date':
      return 'Check on the page “Waves” why it has not closed.'
    case 'register-stale':
      return 'Import the register again or add what is missing, also if nothing changed.'
    case 'goal-unknown':
      return 'Add the missing records to the register of this goal.'
  }
}

const since = (kind: EditionKind, issuedOn: string) =>
  `What changed since the ${kinds[kind].toLowerCase()} of ${day(issuedOn, 'en')}`

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)

/** Editions of the executive summary: their letters, and what holds them back. */
export const editions = {
  kinds,
  states,
  causes,
  releases,
  reason,
  remedy,
  letter: {
    kicker: (organisation: string, period: string, edition: string) =>
      `${organisation} · Privacy goals, ${period} · ${edition}`,
    of: (kind: EditionKind, occasion: string) =>
      kind === 'monthly' || kind === 'quarterly' ? `${kinds[kind]}, ${periodName(occasion, 'en')}` : kinds[kind],
    subject: (edition: string, period: string, headline: string) =>
      `Privacy scorecard, ${period}, ${edition.charAt(0).toLowerCase()}${edition.slice(1)}: ${headline}`,
    headline: (met: string, decisions: string) => `${met} ${decisions}`,
    lead: (rest: string, overall: string) => (rest === '' ? overall : `${rest} ${overall}`),
    detail: (goal: string, owner: string) => `${goal}. Owner: ${owner}.`,
    goalsHeading: 'The five goals',
    bars: 'Bar: dark mark, the figure; pale, its 95% interval; black line, the target.',
    by: 'by ',
    commentHeading: (by: string) => `Comment by ${by}`,
    gapsHeading: 'Sent with gaps',
    gaps: {
      'as-is': 'A privacy officer sent this edition as it is. Missing:',
      automatic: 'The gaps were not closed within 10 working days. Missing:',
    },
    late: (due: string, n: number) => `This edition was due on ${due} and is ${days(n)} late: the system did not run.`,
    noWave: 'No survey was opened for this half-year, so satisfaction is unknown.',
    preliminary: 'Preliminary: the survey and the registers are not complete yet.',
    running: 'The half-year is still running; figures will change.',
    since,
    unchanged: 'No figure has changed.',
    open: (period: string) => `Open the ${period}`,
    issued: (edition: string, day: string) => `${edition} of ${day}`,
    check: 'Check this edition',
    reader: {
      executive: 'You are receiving this because you are an executive and decide on the privacy goals.',
      owner: 'You are receiving this because you own a privacy goal. Yours is listed first.',
    },
  },
  notice: {
    subject: {
      held: (edition: string, period: string) => `Held back: ${edition}, ${period}`,
      awaits: (edition: string, period: string) => `Approval needed: ${edition}, ${period}`,
    },
    kicker: 'Executive summary',
    headline: {
      held: 'The summary is held back until the gaps are closed',
      awaits: 'The summary is ready and waits for your approval',
    },
    dueOn: (edition: string, period: string, due: string) => `${edition}, ${period}: due on ${due}.`,
    missingHeading: 'What is missing, and what to do',
    item: (what: string, toDo: string, owner: string) => `${what} ${toDo} Owner: ${owner}.`,
    sends: (day: string) => `It is sent as soon as everything is there, at the latest on ${day} with the gaps stated.`,
    officer: 'You can also send it as it is.',
    approve: 'Check the email in both languages, add a comment if you like, and approve it.',
    button: 'Open the half-year',
    reader: {
      officer: 'You are receiving this because you are a privacy officer.',
      owner: 'You are receiving this because you own a privacy goal.',
    },
  },
}
