import type { Owner } from '@wayproof/accounts/accounts/person'
import type { OfficerPurpose } from '@wayproof/evidence/rights/rights-case'
import type { Decision } from '@wayproof/scorecard/executive-summary'
import type { ChecklistGap } from '@wayproof/survey/opening/checklist'
import type { NotOpened } from '@wayproof/survey/opening/opening-question'

const roles: Readonly<Record<string, string>> = {
  officer: 'privacy officer',
  'human-resources': 'human resources',
  'it-security': 'IT security',
  'customer-service': 'customer service',
  procurement: 'procurement',
  'case-handler': 'whistleblowing case handler',
  auditor: 'auditor',
  executive: 'executive',
  administrator: 'administrator',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const these = (n: number | null, one: string, many: string) =>
  n === null || n === 1 ? `the ${n === 1 ? one : many}` : `the ${n} ${many}`

/** A decision requested from a director, as a sentence without its period. */
function decision({ goal, because, missing }: Decision): string {
  switch (goal) {
    case 'policy-publication':
      return missing
        ? `Publish the current policy on ${these(missing, 'platform that does not show it', 'platforms that do not show it')}`
        : 'Complete the platform list and publish the current policy on each platform'
    case 'staff-training':
      return because === 'session-not-held'
        ? 'Schedule the missed quarterly all-staff session'
        : `Approve a resit for ${these(missing, 'person who has not passed', 'people who have not passed')}`
    case 'incident-reduction':
      return because === 'assessment-missing'
        ? 'Commission the annual security assessment'
        : 'Approve further security measures: incidents are above target'
    case 'customer-satisfaction':
      return because === 'improvement-missing'
        ? 'Choose an improvement from traveler feedback'
        : 'Decide which improvement comes first: satisfaction is below target'
    case 'partner-audit':
      return because === 'plan-missing'
        ? 'Request corrective action plans from partners that failed their audit'
        : missing === 1
          ? 'Suspend data sharing with the unaudited partner until it is audited, or accept the risk'
          : `Suspend data sharing with ${missing === null ? 'the' : `the ${missing}`} unaudited partners until they are audited, or accept the risk`
  }
}

export const letters = {
  sample: 'Sample data: the company, people and figures are made up.',
  contact: (organisation: string, email: string) => `${organisation} · Questions: ${email}`,
  roles,

  survey: {
    subject: (day: string) => `How well do we protect your privacy? 3 minutes, until ${day}`,
    reminderSubject: (day: string) => `Reminder: our privacy survey is open until ${day}`,
    lastReminderSubject: (day: string) => `Last reminder: our privacy survey closes on ${day}`,
    kicker: (period: string) => `Privacy survey · ${period}`,
    headline: 'How well do we protect your privacy?',
    reminderHeadline: 'We’d still like to hear from you',
    why: (organisation: string) =>
      `You traveled with ${organisation}. Every 6 months we ask our travelers how well we protect their personal information. Your answers help us decide what to improve.`,
    reminded: 'We emailed you about this survey. If you’ve already answered, thank you. You don’t need to do anything.',
    remindedLast: (day: string) =>
      `This is our last reminder. You can answer until the end of ${day}. If you already have, thank you.`,
    testSubject: (subject: string) => `Test: ${subject}`,
    test: 'This is a test email for the privacy officer. Its links open a preview of the questionnaire that saves nothing. Its unsubscribe link does not work.',
    check: (code: string) =>
      `This is the email of a deployment check. Its code is ${code}. Type it in the terminal where the check runs. The links work until the check ends.`,
    effort: (day: string) =>
      `It takes 3 minutes. You don’t have to take part, and it won’t affect your bookings. The survey closes on ${day}.`,
    optionLinks:
      'Your choice opens the survey with it selected. You can change it there. It counts only when you submit.',
    button: 'Answer the survey',
    didHeading: 'What travelers said and what we are doing',
    did: 'After the last survey, we decided to make these improvements:',
    keptHeading: 'What we store',
    kept: (k: number): readonly string[] => [
      'Your answers, separate from your name and address, without the time you answered.',
      'When the survey closes, we delete anything that could link answers to a person.',
      `We show no result for fewer than ${k} people. Only the privacy officer reads comments, masked, after the survey closes.`,
    ],
    personal: 'This link is yours alone. Don’t forward this email.',
    unsubscribe: 'Don’t want survey emails?',
    unsubscribeLink: 'Unsubscribe',
  },

  summary: {
    subject: (period: string, headline: string) => `Privacy scorecard, ${period}: ${headline}`,
    kicker: (period: string) => `Privacy scorecard · ${period}`,
    asked: (n: number) =>
      n === 0 ? 'No decision needed.' : n === 1 ? 'One decision needed from you.' : `${n} decisions needed from you.`,
    noValue: 'no figure',
    decisionsHeading: 'Decisions needed',
    decisionLead: (goal: string) => `${goal}. `,
    decisionAsked: (requestedDecision: Decision) => `${decision(requestedDecision)}.`,
    decision: (requestedDecision: Decision, _owner: Owner, ownerName: string) =>
      `${decision(requestedDecision)} (owner: ${ownerName}).`,
    improvementsHeading: 'What travelers said and what we are doing',
    noImprovement: 'No improvement has been chosen from this half-year’s feedback yet.',
    cameOfHeading: 'Progress on last half-year’s actions',
    cameOf: (action: string, state: string, outcome: string) => `${action}: ${state}. ${outcome}`,
    button: 'Open the scorecard',
    asOf: (counted: string, rules: string) => `${capital(counted)} · Rule version ${rules}`,
    reader: 'You are receiving this because you are on the privacy scorecard’s mailing list.',
  },

  rightsCode: {
    subject: (code: string) => `${code} is the code for your request`,
    kicker: 'Your rights',
    headline: (code: string) => code,
    why: (organisation: string) =>
      `Someone sent a request about personal information to ${organisation} from this email address. If it was you, enter this code on the page where you sent it.`,
    how: 'The code works for 30 minutes and 5 attempts. If you closed that page, open the one below with your case code.',
    unexpected: 'If it wasn’t you, ignore this email. We share nothing without the code.',
    button: 'Open the request',
  },

  rightsMessage: {
    subject: {
      answer: (organisation: string) => `${organisation} has answered your request`,
      question: (organisation: string) => `${organisation} has a question about your request`,
      extension: (organisation: string) => `${organisation} needs more time for your request`,
    } satisfies Record<OfficerPurpose, (organisation: string) => string>,
    kicker: 'Your rights',
    headline: {
      answer: 'We’ve answered your request',
      question: 'A question about your request',
      extension: 'Your request needs more time',
    } satisfies Record<OfficerPurpose, string>,
    newDue: (day: string) => `We will now answer by ${day}. The reasons are below.`,
    why: (organisation: string) => `The privacy officer of ${organisation}:`,
    reply: 'Use your case code to read this again and write back on the page below. Don’t reply to this email.',
    button: 'Open the request',
    reader: 'You are receiving this because you sent us a request and confirmed this address.',
  },

  rightsArrived: {
    subject: (n: number, written: number, day: string) => {
      const requests = n === 1 ? '1 request or complaint' : `${n} requests or complaints`
      const messages = written === 1 ? '1 request with a new message' : `${written} requests with new messages`
      return `New on ${day}: ${[...(n > 0 ? [requests] : []), ...(written > 0 ? [messages] : [])].join(', ')}`
    },
    kicker: 'Requests and complaints',
    headline: (n: number, written: number) => {
      if (n === 0) return written === 1 ? 'New message in a request' : `New messages in ${written} requests`
      return n === 1 ? 'One request needs an answer' : `${n} requests need an answer`
    },
    written: 'New messages in older requests',
    item: (kind: string, law: string, due: string) => `${kind}, due ${due} (${law})`,
    itemWithoutTerm: (kind: string) => `${kind}, no deadline`,
    more: (n: number) => `And ${n} more.`,
    next: 'For privacy, this email contains no details. Read the request in Wayproof.',
    button: 'Open the requests',
    reader: 'You are receiving this because your role answers requests and complaints.',
  },

  wavePaused: {
    subject: (period: string) => `Emails for the ${period} survey are paused`,
    kicker: (period: string) => `Privacy survey · ${period}`,
    headline: 'The survey has stopped sending emails',
    bounces: (refused: string, tried: string) =>
      `${refused} of ${tried} emails bounced or were rejected (more than 5%). Sending was paused to protect your sender reputation.`,
    complaints: (complained: string, delivered: string) =>
      `${complained} of ${delivered} delivered emails were reported as spam (more than 0.3%). Sending was paused to protect your sender reputation.`,
    next: 'People can still answer. Fix the cause, then resume under Waves. No one gets an email twice.',
    button: 'Open Waves',
  },

  mailServerTest: {
    subject: 'Test email: your mail server works',
    kicker: 'Mail server',
    headline: 'Emails arrive',
    arrived: 'This is a test email. You are reading it, so your mail server accepts and delivers our emails.',
    opening: (period: string, day: string) =>
      `The wave for the ${period} opens on ${day}. Its invitations are sent the same way.`,
    button: 'Open the settings',
    asked: 'You are receiving this because you asked for a test email.',
    reader:
      'You are receiving this because you are a privacy officer. We send one 7 days and one 1 day before a wave opens.',
  },

  openingQuestion: {
    subject: (period: string) => `Decision needed: the ${period} survey has not opened`,
    kicker: 'Survey program',
    headline: (period: string) => `The wave for the ${period} has not opened`,
    reasons: {
      'not-approved':
        'Two privacy officers have not approved this opening, or the plan changed since. No invitations were sent.',
      late: 'The program was off or not running on the due date, more than 7 days ago. No invitations were sent.',
      'checklist-incomplete': 'The opening checklist is incomplete. No invitations were sent.',
      'no-questionnaire': 'There is no questionnaire. No invitations were sent.',
      'no-eligible-travelers': 'No travelers are eligible for this half-year. Import travelers first.',
      'close-date-invalid': 'The closing date has already passed. No invitations were sent.',
      'too-few-invited':
        'Fewer travelers can be invited than a wave needs. No invitations were sent. Import more travelers first.',
      'sample-size-invalid': 'The sample size is not valid. No invitations were sent.',
    } satisfies Record<NotOpened, string>,
    lackingHeading: 'Missing',
    lacking: {
      'basis-profiles': 'Confirmation of the current legal basis profiles',
      notice: 'Privacy notice version',
      assessment: 'Impact assessment and its date',
      backups: 'Backup retention, at most 30 days',
      'persons-abroad': 'Number of people whose data is transferred abroad',
      'mail-server': 'A mail server that accepted an email in the last 30 days',
    } satisfies Record<ChecklistGap, string>,
    asked: 'Open it or skip it under Waves. Nothing is sent until you decide.',
    button: 'Decide',
    reader: 'You are receiving this because you are a privacy officer.',
  },

  userInvitation: {
    subject: (organisation: string) => `Your access to the privacy scorecard of ${organisation}`,
    kicker: 'Privacy scorecard',
    headline: (role: string) => `Your role: ${role}`,
    why: (organisation: string) =>
      `${organisation} reviews 5 privacy goals every half-year. You can see the results and the evidence behind them.`,
    how: (until: string | null) =>
      `Set a password with the button below. The link works once and expires${until === null ? ' soon' : ` on ${until}`}.`,
    until: (moment: string, timeZone: string) => `${moment} (${timeZone})`,
    unexpected: 'If you didn’t expect this email, ignore it. No account is created.',
    button: 'Accept the invitation',
  },

  readerAdded: {
    kicker: 'Access',
    role: (role: string) => `Role: ${role}`,
    officer: {
      subject: (name: string, organisation: string) => `${name} can now see the privacy scorecard of ${organisation}`,
      headline: (name: string) => `${name} can now see the figures`,
      unexpected: 'If you don’t know why, look at the account under People, and withdraw it there.',
      button: 'Show people',
      reader: 'You are receiving this because you are a privacy officer.',
    },
    own: {
      subject: (_: string, organisation: string) => `You can now see the privacy scorecard of ${organisation}`,
      headline: (_: string) => 'You can now see the figures',
      unexpected: 'If you did not set up this account, tell the privacy officer at once.',
      button: 'Open the dashboard',
      reader: 'You are receiving this because an account in your name was set up or changed.',
    },
  },

  passwordReset: {
    subject: (organisation: string) => `Choose a new password for the privacy scorecard of ${organisation}`,
    kicker: 'Privacy scorecard',
    headline: 'Choose a new password',
    how: (moment: string, timeZone: string) =>
      `Someone asked to reset your password. Choose a new one with the button below. The link works once, until ${moment} (${timeZone}).`,
    ends: 'A new password ends all your sessions.',
    button: 'Choose a password',
    unexpected: 'If you didn’t ask for this, ignore this email. Your password stays as it is.',
  },
}
