import type { Reporter, ReportOutcome, ReportPurpose, ReportStatus } from '@wayproof/evidence'

const reporters: Record<Reporter, string> = {
  staff: 'Staff',
  partner: 'Partner',
  traveler: 'Traveler',
  undisclosed: 'Not said',
}

const choices: Record<Reporter, string> = {
  staff: 'I work or worked here',
  partner: 'I work for a partner or supplier',
  traveler: 'I am a customer',
  undisclosed: 'I would rather not say',
}

const statuses: Record<ReportStatus, string> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  'in-examination': 'In examination',
  closed: 'Closed',
}

const outcomes: Record<ReportOutcome, string> = {
  substantiated: 'Substantiated',
  unsubstantiated: 'Not substantiated',
  other: 'Other',
}

/** The channel for whistle-blowers: its pages, and the letter to those who read them. */
export const whistleBlowing = {
  link: 'Report a privacy matter in confidence',
  reporters,
  statuses,
  outcomes,

  form: {
    title: 'Report a privacy matter',
    text: 'For whoever saw personal information being misused, sold, leaked or left unprotected here. You need no name, no account and no proof.',
    trust: {
      title: 'Who sees it',
      items: [
        'Only our case handlers can read it: not the privacy officer, not the management, not your superiors.',
        'No network address, no time and no device is stored; the report is dated to the day, its text encrypted.',
        'It is acknowledged within 7 days. Within three months after that you are told what follows from it.',
        'Whoever reports in good faith must not be punished for it. Say so here if it happens.',
      ],
    },
    reporter: 'How are you connected with us?',
    reporterHint: 'It is shown to the case handler only.',
    choices,
    about: 'What happened?',
    aboutHint: (most: string) =>
      `Up to ${most} characters: what, where, about when, who could know more. Leave out what would give you away, if you want to stay unknown.`,
    contact: 'How may we reach you?',
    contactHint:
      'In any form; only the case handler sees it. Leave it empty to stay anonymous: we talk by the case code.',
    contactTooLong: (most: number) => `Please shorten this to ${most} characters.`,
    send: 'Send the report',
    find: 'Open a report by its case code',
    heading: 'Not sent yet. Nothing you typed was lost.',
    empty: 'Please write what happened.',
  },

  closed: {
    title: 'Reports cannot be taken yet',
    text: 'Nobody is appointed to read reports, so this page takes none: it would lie unread. Please come back later.',
  },

  sent: {
    title: 'Your report has arrived',
    due: (day: string) => `It is acknowledged by ${day} at the latest.`,
    code: 'Your case code',
    keep: 'Write it down now, where nobody else looks: this page shows it for five minutes, and nobody can look it up for you.',
    use: 'With it you read what we answer, and write to us, at',
  },

  find: {
    title: 'Find your report',
    text: 'With the case code you can see how your report stands, read what the case handler writes, and write back.',
    label: 'Case code',
    button: 'Show my report',
    unknown:
      'There is no report under this code. Please compare it with what you wrote down. Codes end 90 days after a report is closed.',
  },

  shown: {
    title: 'Your report',
    state: 'State',
    received: 'Received on',
    acknowledged: 'Acknowledged on',
    acknowledgedBy: 'To be acknowledged by',
    examined: 'In examination since',
    feedbackBy: 'Feedback by',
    outcome: 'Outcome',
    said: {
      message: (day: string) => `You, ${day}`,
      question: (day: string) => `Case handler, question of ${day}`,
      feedback: (day: string) => `Case handler, feedback of ${day}`,
    } satisfies Record<ReportPurpose, (day: string) => string>,
    write: 'Write to the case handler',
    full: 'This report takes no more messages. Please send a new one.',
    closed: 'The report is closed. Its texts and your contact are deleted 90 days after that.',
    written: { title: 'Your message has arrived', text: 'You can read the reply with your case code.' },
  },

  letter: {
    subject: 'Something has arrived in the channel for reports',
    kicker: 'Reports',
    headline: 'Something has arrived for you to read',
    next: 'What it is stands in Wayproof, and nothing of it in this letter. New reports are acknowledged within seven days.',
    button: 'Open the reports',
    reader: 'You receive this because you are a case handler.',
  },
}
