import type { DeadlineKind } from '@wayproof/oversight/deadlines/deadline'

/** The parts of records that have several deadlines. */
const parts: Readonly<Record<string, string>> = {
  'gdpr-33': 'report to the EU authority',
  'gdpr-34': 'tell the people concerned (EU)',
  'pipl-57': 'tell authority and people (China)',
  'cn-report-4h': 'report within 4 hours',
  'cn-report-2h': 'report within 2 hours',
  'cn-report-1h': 'report within 1 hour',
  complaint: 'complaint',
  access: 'access request',
  correction: 'correction request',
  deletion: 'deletion request',
  'consent-withdrawal': 'withdrawal of consent',
  objection: 'objection',
  'policy-publication': 'policy publication',
  'staff-training': 'staff training',
  'incident-reduction': 'incident reduction',
  'customer-satisfaction': 'customer satisfaction',
  'partner-audit': 'partner audits',
}

const partOf = (part: string) => parts[part] ?? part

/** The task by kind. `name`: the record; `part`: the code of its part. */
const tasks: Readonly<Record<DeadlineKind, (name: string, part: string) => string>> = {
  notice: (name, part) => `Incident ${name}: ${partOf(part)}`,
  request: (name, part) => `Answer the ${partOf(part)} of ${name}`,
  report: (_, part) => (part === 'acknowledge' ? 'Acknowledge a report' : 'Give feedback on a report'),
  'audit-finding': (name) => `Correct audit finding ${name}`,
  'security-finding': (name) => `Fix security finding ${name}`,
  agreement: (name) => `Renew the agreement with ${name}`,
  'empty-month': (name) => `Record the incidents of ${name}, or confirm that there was none`,
  assessment: () => 'Carry out the yearly security assessment',
  'partner-audit': (name, part) =>
    part === 'send' ? `Send the audit questionnaire to ${name}` : `Get the corrective plan of ${name}`,
  'policy-review': (name) => `Review privacy policy version ${name}`,
  action: (name, part) => (part === '' ? `Action: ${name}` : `Action on ${partOf(part)}: ${name}`),
  improvement: (name) => `Record what came of: ${name}`,
  meeting: (name) => `Hold the privacy meeting for ${name} and finish its minutes`,
  freeze: (name) => `Freeze the figures of the ${name}`,
  signature: (name, part) => `Sign ${partOf(part)} for the ${name}`,
  seal: (name) => `Close the ${name}`,
  opening: (name) => `Have the wave for the ${name} approved, so that it opens`,
  holidays: (name) => `Enter the public holidays of ${name}`,
}

const span = (hours: number, minutes: number) =>
  hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)

export const deadlines = {
  tasks,
  left: {
    overdueDays: (n: number) => `Overdue by ${days(n)}`,
    overdueHours: (hours: number, minutes: number) => `Overdue by ${span(hours, minutes)}`,
    today: 'Due today',
    tomorrow: 'Due tomorrow',
    inDays: (n: number) => `in ${days(n)}`,
    inHours: (hours: number, minutes: number) => `in ${span(hours, minutes)}`,
  },
  page: {
    title: (n: number, overdue: number) => {
      if (n === 0) return 'No deadline in the next 60 days.'
      const open = n === 1 ? '1 deadline' : `${n} deadlines`
      return overdue === 0 ? `${open}, none overdue.` : `${open}, ${overdue} overdue.`
    },
    lead: 'Computed from registers, requests and closing. A deadline disappears when its task is recorded as done.',
    all: 'All deadlines',
    calendar: 'Calendar file (.ics)',
    calendarName: 'Privacy deadlines',
    toCalendar: 'Add to calendar',
    groups: { overdue: 'Overdue', week: 'Within 7 days', month: 'Within 30 days', later: 'Later' },
    mine: 'Mine',
    everyone: 'Everyone’s',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    sooner: 'Sooner',
    later: 'Later',
    menuCount: (n: number) => `${n} waiting`,
  },
  letter: {
    subject: (n: number, first: string) => (n === 1 ? `Deadline: ${first}` : `${n} deadlines: ${first}`),
    subjectAtOnce: (first: string, left: string) => `Act now: ${first}${left && ` (${left})`}`,
    kicker: 'Deadlines',
    headline: (n: number, overdue: number) => {
      const tasks = n === 1 ? '1 task is waiting for you' : `${n} tasks are waiting for you`
      return overdue === 0 ? tasks : `${tasks}, ${overdue} overdue`
    },
    item: (task: string, due: string, left: string) => `${task}, due ${due} (${left})`,
    report: 'A report needs your attention',
    still: 'Still overdue',
    more: (n: number) => `And ${n} more.`,
    next: 'The list in Wayproof is up to date. You can choose the hour of this email in your profile.',
    button: 'Open the deadlines',
    reader: 'You are receiving this because these tasks are assigned to your role.',
  },
  hour: {
    title: 'Deadlines by email',
    label: 'Send the daily email',
    hint: 'Only on days when a task of yours is 30, 7 or 1 day away or becomes overdue. Duties in hours are emailed at once.',
    option: (hour: number) => `from ${String(hour).padStart(2, '0')}:00`,
  },
}
