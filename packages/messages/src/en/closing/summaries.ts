const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)
const emails = (n: number) => (n === 1 ? '1 email' : `${n} emails`)

const deliveries = {
  queued: 'waiting',
  sent: 'delivered',
  written: 'written to a folder, not sent',
  failed: 'rejected',
  suppressed: 'blocked',
  bounced: 'bounced',
  complained: 'reported as spam',
  deleted: 'record deleted on schedule',
}

/** The page of the executive summary's editions, and their settings. */
export const summaries = {
  title: (sent: number, period: string) =>
    sent === 0
      ? `No summary has been sent for the ${period} yet.`
      : `${sent} ${sent === 1 ? 'summary was' : 'summaries were'} sent for the ${period}.`,
  lead: 'The executive summary goes out in editions. Each is kept exactly as it was sent.',
  heading: 'Editions',
  none: 'No editions for this half-year yet.',
  toSettings: 'Coming dates are under',
  back: 'All summaries',
  columns: { edition: 'Edition', state: 'Status', date: 'Date', people: 'Sent to' },
  people,
  sentOn: (day: string) => `sent ${day}`,
  dueOn: (day: string) => `due ${day}`,
  held: {
    lead: (day: string) =>
      `Held back. It is sent once the gaps are closed, at the latest on ${day} with the gaps stated.`,
    missing: 'Missing, and what to do',
    owner: (owner: string) => `Owner: ${owner}.`,
    nothing: 'Nothing is missing. It is sent within the hour.',
    action: 'Send as it is',
    confirmTitle: 'Send this edition with its gaps?',
    confirm: 'Every executive and goal owner gets the email. A sent email cannot be recalled.',
  },
  stated: {
    heading: 'The email will state these gaps',
    none: 'Nothing is missing now, so the email states no gap.',
  },
  approval: {
    lead: 'Ready to send. Check the email in each language, then approve it.',
    action: 'Approve and send',
    confirmTitle: 'Approve and send this edition?',
    confirm: 'Every executive and goal owner gets the email. A sent email cannot be recalled.',
  },
  comment: 'Comment (optional)',
  commentHint: 'Printed in the email and kept with the edition.',
  counted: (n: number, most: number) => `${n} of ${most} characters`,
  commentFault: (most: number) => `Shorten this to ${most} characters.`,
  letter: {
    title: 'Email as sent',
    preview: 'Email as it would be sent',
    show: 'Show the email',
    language: 'Language',
    reader: 'Reader',
    executive: 'Executive',
    subject: 'Subject',
    none: 'No email of this kind was sent.',
  },
  facts: {
    dueFor: (day: string, cause: string) => `${day} (${cause})`,
    due: 'Due date',
    sent: 'Sent',
    release: 'How it was sent',
    decided: 'Decided by',
    people: 'Sent to',
    comment: 'Comment',
    gaps: 'Gaps stated',
    digest: 'Digest of the figures (SHA-256)',
  },
  ledger: {
    title: 'Delivery',
    none: 'This edition went to no one.',
    columns: {
      name: 'Name',
      reader: 'Reader',
      state: 'Status',
      times: 'Times sent',
      reply: 'Reply of the mail server',
    },
    states: deliveries,
    fared: (delivered: number, bounced: number, waiting: number) =>
      `${delivered} delivered, ${bounced} bounced or rejected, ${waiting} waiting.`,
    again: 'Send again to those it did not reach',
    againDone: (n: number) => (n === 0 ? 'No one to send it to again.' : `Sending ${emails(n)} again.`),
  },
  bouncing: {
    title: 'People whose emails do not arrive',
    lead: 'If an address is wrong, remove the person under People and invite the right one. Otherwise send the edition again.',
    columns: { name: 'Name', state: 'Status', at: 'Date', reply: 'Reply of the mail server' },
  },
  settings: {
    title: 'Executive summary',
    lead: 'The edition of record is sent automatically after the survey is anonymized and the departments are reminded.',
    workingDays: 'Working days until the edition of record',
    workingDaysHint: 'Counted from the later of the two.',
    preliminary: 'Preliminary edition after the half-year',
    approval: 'A privacy officer approves each edition',
    approvalHint: 'Nothing is sent until someone approves it, even after a hold.',
    monthly: 'Monthly edition of the running figures',
    quarterly: 'Quarterly edition of the running figures',
    coming: 'Coming dates with these settings',
    noneComing: 'No edition is due in the coming months.',
    columns: { date: 'Date', edition: 'Edition', period: 'Half-year', because: 'Counted from' },
    moves: 'may move with the survey',
  },
}
