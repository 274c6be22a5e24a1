/** Questions to officers, on screen and by mail. */
export const questions = {
  title: 'Questions',
  lead: 'What the scheduler cannot decide by itself. Each question is also mailed once to every privacy officer.',
  open: 'Open',
  none: 'No open questions. New ones also appear on the scorecard.',
  settled: 'Settled',
  noneSettled: 'Nothing has been asked so far.',
  asked: (moment: string) => `Asked on ${moment}`,
  bySelf: (moment: string) => `Settled by itself on ${moment}`,
  answered: (answer: string, by: string, moment: string) => `${by}, ${moment}: ${answer}`,
  all: 'All questions',
  kinds: {
    clock: {
      title: 'Is the server clock right?',
      doubts: {
        'jumped-ahead': (shown: string, other: string) =>
          `The clock shows ${shown}. By the time that has passed it should show ${other}.`,
        'went-back': (shown: string, other: string) => `The clock shows ${shown}. It was already ${other} before.`,
        'long-away': (shown: string, other: string) =>
          `The clock shows ${shown}. Nothing has run since ${other}, more than 7 days ago.`,
        'source-disagrees': (shown: string, other: string) =>
          `The clock shows ${shown}. The second time source (TIME_URL) shows ${other}.`,
      },
      noMoment: (shown: string) => `The clock shows ${shown}. There is no earlier moment to compare it with.`,
      held: 'Until this is settled no wave opens or closes, no survey email is sent, and nothing is unlinked, deleted or sealed. Travelers can still answer.',
      can: 'If the clock is right, confirm it here. If it is wrong, ask your administrator to set it: work then continues by itself.',
    },
    'late-reminder': {
      title: (period: string) => `The owners were not reminded of the ${period}`,
      what: (day: string) => `Their reminder was due on ${day}. The scheduler was more than 7 days late.`,
      can: 'Remind them now or leave it out.',
    },
    'bytes-left': {
      title: 'Deleted data has not been overwritten',
      what: (day: string) =>
        `The rows due on ${day} are deleted, but another program kept the file open, so their bytes remain in it.`,
      can: 'Ask your administrator to close programs that read the database. The next deletion tries again.',
    },
    'letters-unreadable': {
      title: 'A stored email is damaged',
      parts: {
        address: 'The address of an email could not be read, so the email was not sent.',
        data: 'The content of an email could not be read, so the email was not sent.',
        text: 'The text of an answer could not be read, so the email was not sent.',
      },
      can: 'Check the list of undelivered emails. Ask your administrator to check the database and the key file.',
    },
    'mail-test-failed': {
      title: 'The test letter before the opening was not sent',
      why: {
        refused: 'The mail server refused the test letter to the privacy officers.',
        waiting: 'The mail server has not taken the test letter for 30 minutes.',
        folder: 'No mail server is set: the test letter was written to a folder.',
        'no-officer': 'There was no privacy officer to send the test letter to.',
      },
      opens: (period: string, day: string) =>
        `The wave on the ${period} opens on ${day}. Its invitations would fail too.`,
      can: 'Ask your administrator to check the mail server (SMTP_URL). Then send yourself a test letter under Settings: once one is accepted, this question settles.',
    },
    'letters-bounce': {
      title: 'Emails to a person do not arrive',
      what: {
        failed: (day: string) => `The mail server rejected the email of ${day} to:`,
        bounced: (day: string) => `The email of ${day} bounced. It was to:`,
        complained: (day: string) => `The email of ${day} was reported as spam. It was to:`,
      },
      can: 'If the address is wrong, remove the person under People and invite the right address. Otherwise send the edition again under Summaries. This settles once an email arrives.',
    },
    'keeps-failing': {
      title: (work: string) => `Keeps failing: ${work}`,
      what: (moment: string, error: string) => `Every attempt since ${moment} has failed: ${error}`,
      can: 'Give this message to your administrator. Attempts continue, and the question settles once one succeeds.',
    },
  },
  work: {
    calendar: 'looking at the calendar',
    'close-waves': 'closing waves',
    'certify-unlinking': 'checking that answers are unlinked',
    'open-waves': 'opening waves',
    'test-mail-server': 'testing the mail server before an opening',
    'watch-letters': 'watching bounces',
    'count-open-waves': 'counting open waves',
    'remind-travelers': 'reminding travelers',
    'delete-what-is-due': 'deleting data that is due',
    'check-policy-pages': 'planning checks of policy pages',
    'tell-of-requests': 'announcing new requests',
    'tell-of-reports': 'announcing new reports',
    'remind-owners': 'reminding owners',
    'tell-of-bounces': 'looking for bounced emails',
    'executive-summary': 'mailing the summary',
    'policy-pages': 'fetching policy pages',
    'mail-reports': 'reading returned mail',
    delivery: 'sending email',
    'mail-server': 'reaching the mail server',
  },
  answers: {
    right: 'The clock is right',
    wrong: 'The clock is wrong',
    'do-it': 'Mail now',
    'leave-out': 'Leave out',
    seen: 'Noted',
  },
  clockRight: (shown: string) => `The clock is right: it is ${shown}`,
  confirmClock: {
    title: 'Confirm the time',
    text: (shown: string) =>
      `Is it now ${shown}? Everything that is due by then is carried out: waves close and are unlinked, and data is deleted. This cannot be undone.`,
    check: (shown: string) => `I have checked another clock: it is ${shown}.`,
    action: 'Confirm',
  },
  confirmLeaveOut: { title: 'Leave it out?', text: 'Nobody will receive it, and the question will not return.' },
  letter: {
    subject: (title: string) => `Decision needed: ${title}`,
    kicker: 'Question for the privacy officer',
    next: 'Answer it on the page “Questions”. You receive this email once.',
    button: 'Open the questions',
    reader: 'You receive this because you are a privacy officer.',
  },
}
