import type { CoverageStep, SamplingMode } from '@wayproof/survey'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const waves = {
  title: (open: string | null, last: string | null) =>
    open
      ? `The wave on the ${open} is open.`
      : last
        ? `No wave is open. The last one asked about the ${last}.`
        : 'No wave has been opened yet.',
  lead: 'A wave asks the travelers of one half-year how well their privacy is protected.',
  list: 'All waves',
  caption: 'Waves by half-year',
  columns: { period: 'Half-year', status: 'State', opened: 'Opened', closes: 'Closes', mode: 'Whom' },
  status: {
    open: 'open',
    paused: 'open, letters paused',
    closed: 'closed, not yet unlinked',
    unlinked: 'closed and unlinked',
  },
  mode: { census: 'everyone', sample: 'a random sample', stratified: 'a stratified sample' } satisfies Record<
    SamplingMode,
    string
  >,
  of: (period: string) => `Wave on the ${period}`,
  about: 'About this wave',
  frame: 'Eligible',
  reminded: 'Reminded',
  remindedAgain: 'Reminded again',
  withdrawn: 'Withdrawn',
  seed: 'Seed',
  coverage: {
    title: 'Who could be asked when the wave opened',
    steps: {
      registered: 'In the register',
      travelled: 'Travelled in these months',
      adult: 'Adult',
      'with-basis': 'With a legal basis',
      reachable: 'Reachable',
      'not-suppressed': 'Has not objected',
      'within-budget': 'May get another letter',
    } satisfies Record<CoverageStep, string>,
    sampled: 'Drawn',
  },
  calculator: {
    title: 'How many to ask?',
    population: 'Travelers who may be asked',
    margin: 'Margin of error (percentage points)',
    rate: 'Expected response rate (%)',
    need: (completes: number, invitations: number) =>
      `That takes ${n(completes)} answers with an opinion, so ${n(invitations)} invitations.`,
    tooFew: 'That is more than there are to ask. Ask everyone, or accept a wider margin.',
    unreadable: 'Fill in whole people, a margin up to 50 and a rate up to 100.',
    proves: (answers: number, satisfied: number, share: string) =>
      `The plan as it stands brings about ${n(answers)} answers. 85 % is proven if at least ${n(satisfied)} of them (${share}) are satisfied.`,
    provesNothing: (answers: number) =>
      `The plan as it stands brings about ${n(answers)} answers. So few cannot prove 85 %, even if all are satisfied.`,
  },
  days: { title: 'Answers by day', caption: 'Answers by day', day: 'Day', answers: 'Answers', none: 'No answer yet.' },
  remindedOn: (day: string) => `Reminded on ${day}.`,
  open: {
    title: 'Open a wave',
    period: 'Half-year asked about',
    mode: 'Whom to ask',
    census: 'Every eligible traveler',
    sample: 'A random sample',
    stratified: 'A sample with each trip type and region by its share',
    size: 'Size of the sample',
    seed: 'Seed of the draw',
    seedHint: 'Any word: with the same seed the same sample is drawn.',
    closesOn: 'Closes on',
    preview: (eligible: number, asked: number) =>
      `${n(eligible)} ${eligible === 1 ? 'traveler is' : 'travelers are'} eligible; ${n(asked)} will be invited.`,
    nobody: 'No traveler of this half-year is in the register. Import the travelers first.',
    action: 'Open the wave',
    confirmTitle: 'Open the wave?',
    confirm: (asked: number) =>
      `${n(asked)} invitations will be written and sent. The sample, the closing day and the rules are fixed from now on; this cannot be undone.`,
    done: 'The wave is open; the invitations are on their way.',
    chooseDay: 'Choose a day after today.',
    chooseSize: 'Say how many to ask, at least 1.',
  },
  remind: {
    action: 'Remind now',
    confirmTitle: 'Remind now?',
    confirm:
      'Who has not answered gets the next of two reminders, at least three days after the last. It cannot be taken back.',
    done: 'The reminders are on their way.',
  },
  paused: {
    officer: (day: string) => `Letters are paused since ${day}. Answers are still taken.`,
    'hard-bounces': (day: string) =>
      `Letters are paused since ${day}, because more than 5 % of them came back or were refused. Answers are still taken. Correct the addresses, then resume.`,
    'repeated-errors': (day: string) =>
      `Letters are paused since ${day}, because the mail server took none of twenty in a row. Answers are still taken. Look at the mail server, then resume.`,
  },
  pause: {
    action: 'Pause letters',
    confirmTitle: 'Pause the letters?',
    confirm: 'No invitation and no reminder goes out until you resume. Answers are still taken.',
    done: 'The letters are paused.',
  },
  resume: {
    action: 'Resume letters',
    confirmTitle: 'Resume the letters?',
    confirm: 'Letters that wait go out now. Nobody gets a letter twice.',
    done: 'The letters go out again.',
  },
  close: {
    action: 'Close now',
    confirmTitle: 'Close the wave?',
    confirm:
      'No further answer is taken. What could tie an answer to a person is destroyed, receipt codes end, and the results appear. This cannot be undone.',
    done: 'The wave is closed.',
  },
}
