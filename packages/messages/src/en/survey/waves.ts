import type { SamplingMode } from '@wayproof/survey/sampling/sample'
import type { UndeliveredLetter } from '@wayproof/survey/waves/undelivered-letter'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const waves = {
  title: (open: string | null, last: string | null) =>
    open
      ? `The wave for the ${open} is open.`
      : last
        ? `No wave is open. The last one was for the ${last}.`
        : 'No wave has been opened yet.',
  lead: 'Each wave asks the travelers of one half-year how well their privacy is protected.',
  list: 'All waves',
  noneOf: (period: string) => `${period} has no wave.`,
  toNewest: (period: string) => `Go to the newest wave: ${period}`,
  caption: 'Waves by half-year',
  columns: { period: 'Half-year', status: 'Status', opened: 'Opened', closes: 'Closes', mode: 'Sample' },
  status: {
    open: 'open',
    paused: 'open, emails paused',
    closed: 'closed, anonymizing',
    unlinked: 'closed, anonymized',
  },
  mode: { census: 'all eligible travelers', sample: 'random sample', stratified: 'stratified sample' } satisfies Record<
    SamplingMode,
    string
  >,
  of: (period: string) => `Wave for the ${period}`,
  reminders: (first: number, last: number, letters: number) =>
    letters === 1
      ? 'No reminders.'
      : letters === 2
        ? `One reminder after ${n(first)} days.`
        : `Reminders ${n(first)} and ${n(last)} days after the invitation.`,
  seed: 'Seed',
  sealedCloses: 'Originally planned closing date',
  calculator: {
    title: 'Sample size calculator',
    population: 'Eligible travelers',
    margin: 'Margin of error (percentage points)',
    rate: 'Expected response rate (%)',
    need: (completes: number, invitations: number) =>
      `You need ${n(completes)} answers, so ${n(invitations)} invitations.`,
    tooFew: 'More than the eligible number: ask everyone or accept a wider margin.',
    unreadable: 'Enter a whole number of people, a margin up to 50 and a rate up to 100.',
    proves: (answers: number, satisfied: number, share: string, target: string) =>
      `Expected: about ${n(answers)} answers. ${target} is demonstrated if at least ${n(satisfied)} (${share}) are satisfied.`,
    provesNothing: (answers: number, target: string) =>
      `Expected: about ${n(answers)} answers. Too few to demonstrate ${target}.`,
  },
  hourly: (asOf: string, first: number, step: number) =>
    `As of ${asOf}. Answers are shown from ${n(first)} on, in steps of ${n(step)}, so that no figure shows who has answered.`,
  notYet: (from: string) => `First figures at ${from}.`,
  open: {
    title: 'Open a wave',
    none: 'Both half-years that can be surveyed have a wave. The next can open when this half-year ends.',
    period: 'Half-year',
    mode: 'Sample',
    census: 'All eligible travelers',
    sample: 'Random sample',
    stratified: 'Stratified sample by trip type and region',
    size: 'Sample size',
    seed: 'Seed',
    seedHint: 'Any word. The same seed draws the same sample.',
    closesOn: 'Closing date',
    preview: (eligible: number, invitationCount: number | null) =>
      `${n(eligible)} ${eligible === 1 ? 'traveler is' : 'travelers are'} eligible; ${invitationCount === null ? '–' : n(invitationCount)} will be invited.`,
    tells: 'The invitation will mention:',
    tellsNothing: 'The invitation will mention no improvement: none was chosen after the last wave.',
    tooFew: (invitable: number, needed: number) =>
      `${invitable === 1 ? '1 traveler' : `${n(invitable)} travelers`} can be invited; a wave needs at least ${n(needed)}. Import more travelers, or choose a larger sample.`,
    nobody: 'No travelers for this half-year. Import them first.',
    action: 'Ask for approval',
    confirm: (invitationCount: number, period: string, closesOn: string) =>
      `Once another privacy officer approves: sends ${invitationCount === 1 ? '1 invitation' : `${n(invitationCount)} invitations`} for the ${period}; closes on ${closesOn}. Sample and rules are then fixed. This cannot be undone.`,
    chooseDay: 'Choose a date after today, in this half-year.',
    chooseSize: 'Enter a sample size of at least 1.',
  },
  remind: {
    action: 'Remind now',
    confirmTitle: 'Remind now?',
    confirm:
      'Sends the next reminder to everyone who has not answered and had none in the last 3 days. This cannot be undone.',
    atMost: (most: number, asOf: string) =>
      `At most ${n(most)} people had not answered at ${asOf}. Reminders go only to eligible people, at the address of their invitation.`,
    notYet: (from: string) => `The number who have not answered is first counted at ${from}.`,
    done: 'The due reminders are being sent. Their number is shown from 50 on, each full hour.',
  },
  keyLost: (day: string) =>
    `The key of the responses was lost (confirmed on ${day}). Nobody can read them any more, so this survey has no results.`,
  paused: {
    officer: (day: string) => `Emails have been paused since ${day}. People can still answer.`,
    'hard-bounces': (day: string) =>
      `Emails have been paused since ${day}: over 5% bounced or were rejected. Fix the addresses, then resume.`,
    complaints: (day: string) =>
      `Emails have been paused since ${day}: over 0.3% were reported as spam. Find out why, then resume.`,
  },
  undelivered: {
    title: 'Undelivered emails',
    lead: 'Recipients of reminders are not shown, because only people who had not answered get one. After anonymization, recipients of bounces are hidden too.',
    none: 'No undelivered invitations in this wave.',
    columns: {
      customer: 'Customer number',
      kind: 'Email',
      state: 'Status',
      at: 'Since',
      why: 'Mail server reply, file or reason',
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
      `${n(count)} ${count === 1 ? 'was' : 'were'} rejected by policy. The addresses are valid: fix what the reply names, such as SPF, DMARC or the sending rate.`,
    notTold: 'hidden',
    range: (from: number, to: number, total: number) => `${n(from)} to ${n(to)} of ${n(total)}`,
    before: 'Newer',
    next: 'Older',
    csv: 'Download all as CSV',
    again: {
      column: 'Send again',
      choose: (customerNumber: string) => `Send the invitation of ${customerNumber} again`,
      chooseAll: 'Select all on this page',
      hint: 'Rejected and bounced invitations can be sent again: once a day, twice in total. Correct wrong addresses first.',
      action: (letters: number) =>
        letters === 0
          ? 'Send again'
          : letters === 1
            ? 'Send 1 invitation again'
            : `Send ${n(letters)} invitations again`,
      confirmTitle: (letters: number) =>
        letters === 1 ? 'Send 1 invitation again?' : `Send ${n(letters)} invitations again?`,
      confirm:
        'They go to the current addresses. No one who was reached or has unsubscribed gets one. This cannot be undone.',
      done: (sent: number, left: number) =>
        `${sent === 1 ? '1 invitation is' : `${n(sent)} invitations are`} being sent again.${left === 0 ? '' : ` ${n(left)} may not be sent again.`}`,
    },
  },
  pause: {
    action: 'Pause emails',
    confirmTitle: 'Pause emails?',
    confirm: 'No invitations or reminders are sent until you resume. People can still answer.',
    done: 'Emails are paused.',
  },
  resume: {
    action: 'Resume emails',
    confirmTitle: 'Resume emails?',
    confirm: 'Waiting emails are sent now. No one gets an email twice.',
    done: 'Emails are being sent again.',
  },
  closing: {
    title: 'Closing date',
    closes: (day: string) => `Open until the end of ${day}.`,
    sealed: (day: string) => `Planned at opening: ${day}.`,
    lead: 'One privacy officer proposes a new date; another approves.',
    alone: 'You are the only privacy officer, so no one can approve a change. Invite another privacy officer first.',
    invite: 'Invite a person',
    when: 'Close',
    atOnce: 'as soon as it is approved',
    onDay: 'on another day',
    day: 'New closing date',
    chooseDay: 'Choose a different date, today or later.',
    reason: 'Reason, for the readers of the scorecard',
    giveReason: 'Enter a reason.',
    propose: 'Propose',
    onThatDay: (day: string) => `on ${day}`,
    waitsForOther: 'Another privacy officer must approve it.',
    approve: {
      action: 'Approve',
      confirmTitle: 'Approve the new closing date?',
      confirm: 'The change, reason and approval stay on the scorecard permanently.',
      confirmAtOnce:
        'Closes now and deletes all links between people and answers. This cannot be undone. The change, reason and approval stay on the scorecard permanently.',
    },
    decline: { action: 'Decline', confirmTitle: 'Decline the change?', confirm: 'The closing date stays as it is.' },
    takeBack: {
      action: 'Withdraw',
      confirmTitle: 'Withdraw this proposal?',
      confirm: 'The closing date stays as it is.',
    },
    asked: 'Pending change',
    history: 'Earlier proposals',
    why: 'Reason',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    declinedBy: 'Declined by',
    takenBackBy: 'Withdrawn by',
  },
}
