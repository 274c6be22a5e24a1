import type { CoverageStep, SamplingMode, UndeliveredLetter } from '@wayproof/survey'
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
  noneOf: (period: string) => `${period} has no wave.`,
  toNewest: (period: string) => `To the newest wave: ${period}`,
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
  withdrawn: 'Withdrawn after answering',
  reminders: (first: number, last: number, letters: number) =>
    letters === 1
      ? 'No reminders: one letter to a person at most.'
      : `First reminder ${n(first)} days after each person’s invitation, ${letters === 2 ? 'and no other' : `last after ${n(last)}`}.`,
  seed: 'Seed',
  sealedCloses: 'Sealed closing day',
  coverage: {
    title: 'Who could be asked when the wave opened',
    steps: {
      registered: 'In the register',
      travelled: 'Last trip in these months or since',
      adult: 'Adult',
      'with-basis': 'With a legal basis',
      reachable: 'Reachable',
      'not-suppressed': 'Has not objected',
      'within-budget': 'May get another letter',
    } satisfies Record<CoverageStep, string>,
    sampled: 'Drawn',
    ahead: 'Who may be asked now',
    willBeInvited: 'Will be invited',
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
    proves: (answers: number, satisfied: number, share: string, target: string) =>
      `The plan as it stands brings about ${n(answers)} answers. ${target} is proven if at least ${n(satisfied)} of them (${share}) are satisfied.`,
    provesNothing: (answers: number, target: string) =>
      `The plan as it stands brings about ${n(answers)} answers. So few cannot prove ${target}, even if all are satisfied.`,
  },
  days: {
    title: 'Answers by day',
    caption: 'Answers by day',
    day: 'Day',
    answers: 'Answers',
    none: 'No answer yet.',
    withdrawn: (many: number) =>
      `As they came in; ${n(many)} of them ${many === 1 ? 'has' : 'have'} been withdrawn since.`,
  },
  hourly: (asOf: string, step: number) =>
    `As of ${asOf}, in steps of ${n(step)} people, so that no figure shows who has answered.`,
  notYet: (from: string) => `First figures at ${from}.`,
  open: {
    title: 'Open a wave',
    none: 'Both half-years that can be asked about have their wave. The next can be opened when this half-year is over.',
    period: 'Half-year asked about',
    mode: 'Whom to ask',
    census: 'Every eligible traveler',
    sample: 'A random sample',
    stratified: 'A sample with each trip type and region by its share',
    size: 'Size of the sample',
    seed: 'Seed of the draw',
    seedHint: 'Any word: with the same seed the same sample is drawn.',
    closesOn: 'Closes on',
    preview: (eligible: number, asked: number | null) =>
      `${n(eligible)} ${eligible === 1 ? 'traveler is' : 'travelers are'} eligible; ${asked === null ? '–' : n(asked)} will be invited.`,
    tells: 'The invitation tells what was chosen after the last wave:',
    tellsNothing: 'The invitation tells of no improvement: none was chosen after the last wave.',
    nobody: 'No traveler of this half-year is in the register. Import the travelers first.',
    action: 'Open the wave',
    confirmTitle: 'Open the wave?',
    confirm: (asked: number, period: string, closesOn: string) =>
      `${asked === 1 ? 'One invitation' : `${n(asked)} invitations`} about the ${period} will be written and sent; the wave closes on ${closesOn}. The sample, the closing day and the rules are fixed from now on; this cannot be undone.`,
    done: 'The wave is open; the invitations are on their way.',
    chooseDay: 'Choose a day after today, and in this half-year.',
    chooseSize: 'Say how many to ask, at least 1.',
  },
  remind: {
    action: 'Remind now',
    confirmTitle: 'Remind now?',
    confirm:
      'Sends the next reminder to everyone who has not answered and had none in the last 3 days. This cannot be undone.',
    atMost: (most: number, asOf: string) =>
      `At most ${n(most)} people had not answered at ${asOf}. Reminders go only to those who can still be written to, at the address of their invitation.`,
    notYet: (from: string) => `How many have not answered is first counted at ${from}.`,
    done: 'The reminders that are due are on their way. How many is counted at the next full hour.',
  },
  paused: {
    officer: (day: string) => `Letters are paused since ${day}. Answers are still taken.`,
    'hard-bounces': (day: string) =>
      `Letters are paused since ${day}, because more than 5% of them came back or were refused. Answers are still taken. Correct the addresses, then resume.`,
    'repeated-errors': (day: string) =>
      `Letters are paused since ${day}, because the mail server took none of twenty in a row. Answers are still taken. Look at the mail server, then resume.`,
  },
  undelivered: {
    title: 'Letters that did not arrive',
    lead: 'Invitations that were not delivered, with the mail server’s reply. Reminders are not listed, because only people who had not answered get one. After unlinking, recipients of letters that came back are hidden too.',
    none: 'No invitation of this wave was put off, written to a folder, refused, sent back or held back.',
    columns: {
      customer: 'Customer number',
      kind: 'Letter',
      state: 'State',
      at: 'Since',
      why: 'Reply of the mail server, file or reason',
    },
    kinds: { invitation: 'invitation', either: 'invitation or reminder' } satisfies Record<
      UndeliveredLetter['kind'],
      string
    >,
    states: {
      deferred: 'deferred, retrying',
      written: 'written to a folder, not sent',
      failed: 'rejected',
      bounced: 'bounced',
      'soft-bounced': 'bounced, address kept',
      suppressed: 'blocked',
    } satisfies Record<UndeliveredLetter['state'], string>,
    byPolicy: (state: string) => `${state}, by policy`,
    byPolicyCount: (count: number) =>
      `${n(count)} of them ${count === 1 ? 'was' : 'were'} refused by policy. The addresses are valid: fix what the reply names, such as SPF, DMARC or the sending rate.`,
    notTold: 'hidden',
    range: (from: number, to: number, total: number) => `${n(from)} to ${n(to)} of ${n(total)}`,
    before: 'Later ones',
    next: 'Earlier ones',
    csv: 'All as CSV',
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
  closing: {
    title: 'Closing day',
    closes: (day: string) => `Answers are taken until the end of ${day}.`,
    sealed: (day: string) => `Sealed at opening: ${day}.`,
    lead: 'To close earlier or later, one privacy officer proposes and another approves. Until then the day stands.',
    alone:
      'You are the only privacy officer, so nobody can approve a change. Invite a second person as privacy officer first.',
    invite: 'Invite a person',
    when: 'Close',
    atOnce: 'as soon as it is approved',
    onDay: 'on another day',
    day: 'New closing day',
    chooseDay: 'Choose a day from today on, other than the present one.',
    reason: 'Reason, for the readers of the scorecard',
    giveReason: 'Say why.',
    propose: 'Propose',
    onThatDay: (day: string) => `on ${day}`,
    waitsForOther: 'Another privacy officer has to approve it.',
    approve: {
      action: 'Approve',
      confirmTitle: 'Approve the new closing day?',
      confirm: 'The change, its reason and that two officers agreed stand beside the verdict for good.',
      confirmAtOnce:
        'The wave closes now: no further answer is taken, what could tie an answer to a person is destroyed, and the results appear. This cannot be undone. The change, its reason and that two officers agreed stand beside the verdict for good.',
    },
    decline: { action: 'Decline', confirmTitle: 'Decline the change?', confirm: 'The closing day stays as it is.' },
    takeBack: {
      action: 'Take back',
      confirmTitle: 'Take the proposal back?',
      confirm: 'The closing day stays as it is.',
    },
    asked: 'A change waits for a decision',
    history: 'Earlier proposals',
    why: 'Reason',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    declinedBy: 'Declined by',
    takenBackBy: 'Taken back by',
  },
}
