import type {
  Reporter,
  ReportOutcome,
  ReportPurpose,
  ReportStatus,
} from '@wayproof/evidence/whistle-blowing/whistle-report'

const reporters: Record<Reporter, string> = {
  staff: 'Staff',
  partner: 'Partner',
  traveler: 'Traveler',
  undisclosed: 'Not disclosed',
}

const choices: Record<Reporter, string> = {
  staff: 'I work or used to work here',
  partner: 'I work for a partner or supplier',
  traveler: 'I am a customer',
  undisclosed: 'I’d rather not say',
}

const statuses: Record<ReportStatus, string> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  'in-examination': 'Under investigation',
  closed: 'Closed',
}

const outcomes: Record<ReportOutcome, string> = {
  substantiated: 'Substantiated',
  unsubstantiated: 'Not substantiated',
  other: 'Other',
  flood: 'Closed as part of a flood',
}

/** The channel for whistle-blowers: its pages, and the letter to those who read them. */
export const whistleBlowing = {
  link: 'Report a privacy concern confidentially',
  reporters,
  statuses,
  outcomes,

  form: {
    title: 'Report a privacy concern',
    text: 'Tell us if you have seen personal information misused, sold, leaked or left unprotected here. You don’t need a name, account or proof.',
    trust: {
      title: 'Who sees it',
      items: [
        'Only our case handlers can read it. The privacy officer, management and your manager can’t.',
        'We store no IP address, time or device. We store only the date, and encrypt your text.',
        'We acknowledge it within 7 days. Within 3 months after that, we tell you what we did.',
        'No one may punish you for reporting in good faith. If it happens, tell us here.',
      ],
    },
    reporter: 'How are you connected to us?',
    reporterHint: 'Only the case handler sees this.',
    choices,
    about: 'What happened?',
    aboutHint: (most: string) =>
      `Up to ${most} characters: what, where, roughly when, and who may know more. To stay anonymous, leave out anything that could identify you.`,
    contact: 'How can we reach you?',
    contactHint:
      'Phone, email or anything else. Only the case handler sees it. Leave blank to stay anonymous and use your case code.',
    contactTooLong: (most: number) => `Shorten this to ${most} characters.`,
    send: 'Send the report',
    find: 'Open a report with its case code',
    heading: 'Not sent yet. What you typed is still here.',
    empty: 'Describe what happened.',
  },

  closed: {
    title: 'We can’t take reports yet',
    text: 'No case handler has been appointed, so no one could read it. Please come back later.',
  },

  sent: {
    title: 'We’ve received your report',
    due: (day: string) => `A case handler will acknowledge it by ${day}.`,
    code: 'Your case code',
    keep: 'Write it down now, somewhere private. This page shows it for 5 minutes, and no one can look it up for you.',
    use: (link: string) => `Use it at ${link} to read our replies and write to us.`,
  },

  find: {
    title: 'Find your report',
    text: 'Use your case code to see progress, read the case handler’s messages and write back.',
    label: 'Case code',
    button: 'Show my report',
    unknown:
      'We found no report for this code. Check it against what you wrote down. Codes stop working 90 days after a report is closed.',
  },

  shown: {
    title: 'Your report',
    state: 'Status',
    received: 'Received',
    acknowledged: 'Acknowledged',
    acknowledgedBy: 'Acknowledge by',
    examined: 'Under investigation since',
    feedbackBy: 'Feedback by',
    outcome: 'Outcome',
    said: {
      message: (day: string) => `You, ${day}`,
      question: (day: string) => `Case handler, ${day}: question`,
      feedback: (day: string) => `Case handler, ${day}: feedback`,
    } satisfies Record<ReportPurpose, (day: string) => string>,
    write: 'Write to the case handler',
    full: 'This report has reached its message limit. Send a new one.',
    flooded:
      'This report was closed together with many that arrived at the same time. If you sent it yourself, write to us here: that opens it again.',
    closed: 'This report is closed. We delete its texts and your contact details 90 days after closing.',
    written: { title: 'We’ve received your message', text: 'You can read our reply with your case code.' },
  },

  letter: {
    subject: 'New in the whistleblowing channel',
    kicker: 'Reports',
    headline: 'You have something new to read',
    next: 'For confidentiality, this email contains no details. Acknowledge new reports within 7 days.',
    button: 'Open the reports',
    reader: 'You are receiving this because you are a case handler.',
  },
}
