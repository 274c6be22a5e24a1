/** Questions to officers, on screen and by mail. */
export const questions = {
  title: 'Questions',
  lead: 'Decisions that the scheduler cannot make. Each question is also emailed once to every privacy officer.',
  open: 'Open',
  none: 'No open questions. New ones also appear on the scorecard.',
  settled: 'Settled',
  noneSettled: 'No questions so far.',
  asked: (moment: string) => `Asked on ${moment}`,
  bySelf: (moment: string) => `Settled automatically on ${moment}`,
  answered: (answer: string, by: string, moment: string) => `${by}, ${moment}: ${answer}`,
  all: 'All questions',
  kinds: {
    clock: {
      title: 'Is the server clock right?',
      doubts: {
        'jumped-ahead': (clockTime: string, other: string) =>
          `The clock shows ${clockTime}. Judging by the time elapsed, it should show ${other}.`,
        'went-back': (clockTime: string, other: string) =>
          `The clock shows ${clockTime}, but it already showed ${other} before.`,
        'long-away': (clockTime: string, other: string) =>
          `The clock shows ${clockTime}. Nothing has run since ${other}, more than 7 days ago.`,
        'source-disagrees': (clockTime: string, other: string) =>
          `The clock shows ${clockTime}. The second time source (TIME_URL) shows ${other}.`,
      },
      noMoment: (clockTime: string) => `The clock shows ${clockTime}. There is no earlier time to compare it with.`,
      held: 'Until this is settled, no wave opens or closes, no survey email is sent, and nothing is anonymized, deleted or sealed. Travelers can still answer.',
      can: 'If the clock is right, confirm it here. If it is wrong, ask your administrator to set it; work then continues automatically.',
    },
    'late-reminder': {
      title: (period: string) => `Owners were not reminded of the ${period}`,
      what: (day: string) => `Their reminder was due on ${day}. The scheduler was more than 7 days late.`,
      can: 'Remind them now or skip it.',
    },
    'bytes-left': {
      title: 'Deleted data has not been overwritten',
      what: (day: string) =>
        `The records due on ${day} are deleted, but another program kept the file open, so their bytes remain in it.`,
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
      title: 'The test email before the opening was not sent',
      why: {
        refused: 'The mail server rejected the test email to the privacy officers.',
        waiting: 'The mail server has not accepted the test email for 30 minutes.',
        folder: 'No mail server is set: the test email was written to a folder.',
        'no-officer': 'There was no privacy officer to send the test email to.',
      },
      opens: (period: string, day: string) =>
        `The wave for the ${period} opens on ${day}. Its invitations would fail too.`,
      can: 'Ask your administrator to check the mail server (SMTP_URL). Then send yourself a test email under Settings. This settles once one is accepted.',
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
    'service-silent': {
      scheduler: {
        title: 'The scheduler has stopped',
        what: (moment: string) =>
          `It last ran on ${moment}. Until it runs again, no wave opens or closes, no data is deleted, and no other email is sent.`,
        can: 'Ask your administrator to start the scheduler. It then does the missed work, and this settles automatically.',
      },
      'mail-server': {
        title: 'The mail server does not respond',
        what: (moment: string) => `It last responded on ${moment}. Emails wait and are sent once it responds.`,
        can: 'Ask your administrator to check the mail server (SMTP_URL). This settles once it responds.',
      },
      'bounce-mailbox': {
        title: 'The mailbox for bounces cannot be read',
        what: (moment: string) =>
          `It was last read on ${moment}. Until it is read again, bounces are not noticed, and waves do not pause for them.`,
        can: 'Ask your administrator to check the mailbox (BOUNCE_IMAP_URL). This settles once it is read.',
      },
    },
    'letters-held': {
      title: 'Emails are waiting',
      ofDomain: (domain: string) => `Emails to ${domain} are waiting`,
      what: {
        away: (moment: string) => `No mail server has accepted one since ${moment}. Its last reply:`,
        refused: (moment: string) => `The mail server has refused us as the sender since ${moment}. Its last reply:`,
      },
      goesOn: 'One email is tried at least every 10 minutes. Once one is accepted, all are sent, and you get an email.',
      can: {
        away: 'Ask your administrator to check the mail server. No email is lost.',
        refused:
          'Ask your administrator to repair what the reply names, such as the sign-in, SPF, DKIM or DMARC. No email is lost.',
      },
    },
    'keeps-failing': {
      title: (work: string) => `Keeps failing: ${work}`,
      what: (moment: string, error: string) => `Every attempt since ${moment} has failed: ${error}`,
      can: 'Give this message to your administrator. Attempts continue, and the question settles once one succeeds.',
    },
  },
  work: {
    calendar: 'checking the calendar',
    'close-waves': 'closing waves',
    'certify-unlinking': 'checking that answers are anonymized',
    'open-waves': 'opening waves',
    'test-mail-server': 'testing the mail server before opening',
    'watch-letters': 'monitoring bounces',
    'count-open-waves': 'counting open waves',
    'remind-travelers': 'reminding travelers',
    'delete-what-is-due': 'deleting expired data',
    'chain-audit-log': 'extending the audit log',
    'verify-audit-log': 'verifying the audit log',
    'check-policy-pages': 'planning checks of policy pages',
    'tell-of-requests': 'announcing new requests',
    'tell-of-reports': 'announcing new reports',
    'mail-digests': 'emailing the digests of deadlines',
    'alert-at-once': 'alerting of deadlines in hours',
    'mail-goal-changes': 'emailing changes of goals',
    'prove-pdf': 'making PDF reports',
    'remind-owners': 'reminding owners',
    'end-approvals': 'ending approvals that expired',
    'tell-of-bounces': 'looking for bounced emails',
    'executive-summary': 'sending the summary',
    'policy-pages': 'fetching policy pages',
    'mail-reports': 'reading returned emails',
    delivery: 'sending email',
    'web-hook': 'sending messages to the web hook',
  },
  answers: {
    right: 'The clock is right',
    wrong: 'The clock is wrong',
    'do-it': 'Send now',
    'leave-out': 'Skip',
    seen: 'Noted',
  },
  clockRight: (clockTime: string) => `The clock is right: it is ${clockTime}`,
  confirmClock: {
    title: 'Confirm the time',
    text: (clockTime: string) =>
      `Is it now ${clockTime}? All overdue work is then done: waves close and are anonymized, and data is deleted. This cannot be undone.`,
    check: (clockTime: string) => `I have checked another clock: it is ${clockTime}.`,
    action: 'Confirm',
  },
  confirmLeaveOut: { title: 'Skip it?', text: 'No one receives it, and the question does not return.' },
  letter: {
    subject: (title: string) => `Decision needed: ${title}`,
    kicker: 'Question for the privacy officer',
    next: 'Answer it under Questions. You receive this email once.',
    button: 'Open Questions',
    reader: 'You are receiving this because you are a privacy officer.',
    ended: {
      subject: (title: string) => `Resolved: ${title}`,
      kicker: 'Resolved',
      text: (moment: string) => `This ended on ${moment}. Emails are being sent again. You don't need to do anything.`,
    },
  },
}
