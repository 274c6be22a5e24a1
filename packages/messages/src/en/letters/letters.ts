import type { OfficerPurpose } from '@wayproof/evidence'
import type { Decision, Owner } from '@wayproof/scorecard'
import type { Lacking, NotOpened } from '@wayproof/survey'

const roles: Readonly<Record<string, string>> = {
  officer: 'privacy officer',
  'human-resources': 'human resources',
  'it-security': 'IT security',
  'customer-service': 'customer service',
  procurement: 'procurement',
  'case-handler': 'case handler for whistle-blowers’ reports',
  auditor: 'auditor',
  executive: 'executive',
  administrator: 'administrator',
}

const number = ['none', 'one', 'two', 'three', 'four', 'five']
const words = (n: number) => number[n] ?? String(n)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const these = (n: number | null, one: string, many: string) =>
  n === 1 ? `the one ${one}` : n === null ? `the ${many}` : `the ${n} ${many}`

/** A decision requested from a director, as a sentence without its period. */
function decision({ goal, because, missing }: Decision): string {
  switch (goal) {
    case 'policy-publication':
      return missing
        ? `Have the current policy put on ${these(missing, 'platform that lacks it', 'platforms that lack it')}`
        : 'Have the inventory of platforms completed and the current policy put on each'
    case 'staff-training':
      return because === 'session-not-held'
        ? 'Set a date for the quarterly session that was not held'
        : `Approve another exam date for ${these(missing, 'person who has not passed', 'people who have not passed')}`
    case 'incident-reduction':
      return because === 'assessment-missing'
        ? 'Order the yearly security assessment'
        : 'Approve further security measures: incidents have not fallen to the target'
    case 'customer-satisfaction':
      return because === 'improvement-missing'
        ? 'Choose an improvement from what travelers said'
        : 'Decide which improvement comes first; travelers are less satisfied than promised'
    case 'partner-audit':
      return because === 'plan-missing'
        ? 'Demand corrective plans from the partners that failed their audit'
        : `Suspend data sharing with ${these(missing, 'partner', 'partners')} not audited until they are, or accept the risk`
  }
}

export const letters = {
  sample: 'Sample data: the company, its people and its figures are made up.',
  contact: (organisation: string, email: string) => `${organisation} · Questions: ${email}`,
  roles,

  survey: {
    subject: (day: string) => `How well do we protect your privacy? Three minutes, until ${day}`,
    reminderSubject: (day: string) => `A reminder: our privacy survey closes on ${day}`,
    kicker: (period: string) => `Privacy survey · ${period}`,
    headline: 'How well do we protect your privacy?',
    reminderHeadline: 'We would still like your opinion on privacy',
    why: (organisation: string) =>
      `You have travelled with ${organisation}. Every half-year we ask our travelers how well their personal information is protected, and decide by the answers what to improve.`,
    reminded:
      'We have written to you about this before. If you have answered since, thank you: nothing more is needed.',
    remindedLast: (day: string) =>
      `This is the last reminder: answers are taken until the end of ${day}. If you have answered, thank you: nothing more is needed.`,
    testSubject: (subject: string) => `Test: ${subject}`,
    test: 'This is a test letter for the privacy officer. Its button opens a preview of the questionnaire, which stores nothing; its unsubscribe link leads nowhere.',
    effort: (day: string) =>
      `It takes three minutes. Taking part is voluntary and changes nothing about your bookings. The survey closes on ${day}.`,
    button: 'Answer the survey',
    didHeading: 'What travelers said, what we do',
    did: 'From the answers to the last survey we chose to do this:',
    keptHeading: 'What is kept',
    kept: (k: number): readonly string[] => [
      'Your answers, apart from your name and address, and without the time at which you answered.',
      'When the survey closes, whatever could still lead from an answer to a person is deleted.',
      `No result is shown for fewer than ${k} people. Comments are masked; only the privacy officer reads them, after the close.`,
    ],
    personal: 'The link is yours alone: please do not forward this letter.',
    unsubscribe: 'No more surveys by mail:',
    unsubscribeLink: 'unsubscribe',
  },

  summary: {
    subject: (period: string, headline: string) => `Privacy scorecard, ${period}: ${headline}`,
    kicker: (period: string) => `Privacy scorecard · ${period}`,
    asked: (n: number) =>
      n === 0
        ? 'No decision needed.'
        : n === 1
          ? 'One decision needed from you.'
          : `${capital(words(n))} decisions needed from you.`,
    noValue: 'no figure',
    decisionsHeading: 'Decisions asked',
    decisionLead: (goal: string) => `${goal}. `,
    decisionAsked: (asked: Decision) => `${decision(asked)}.`,
    decision: (asked: Decision, owner: Owner, ownerName: string) =>
      `${decision(asked)} (owner: ${owner === 'it-security' ? ownerName : ownerName.toLowerCase()}).`,
    improvementsHeading: 'What travelers said, what we do',
    noImprovement: 'No improvement has been chosen from this half-year’s answers yet.',
    cameOfHeading: 'What came of the last half-year’s promises',
    cameOf: (action: string, state: string, outcome: string) => `${action}: ${state}, ${outcome}`,
    button: 'Open the scorecard',
    asOf: (counted: string, rules: string) => `${capital(counted)} · Rule version ${rules}`,
    reader: 'You receive this because you are named as a reader of the privacy scorecard.',
  },

  rightsCode: {
    subject: (code: string) => `${code} is the code for your request`,
    kicker: 'Your rights',
    headline: (code: string) => code,
    why: (organisation: string) =>
      `Somebody has sent a request about personal information to ${organisation} and gave this address. If it was you, type this code on the page from which you sent it.`,
    how: 'It is good for 30 minutes and five tries. If that page is gone, open the one below with your case code.',
    unexpected: 'If it was not you, do nothing: without the code nothing is told to anybody.',
    button: 'Open the request',
  },

  rightsMessage: {
    subject: {
      answer: (organisation: string) => `The answer of ${organisation} to your request`,
      question: (organisation: string) => `${organisation} has a question about your request`,
      extension: (organisation: string) => `${organisation} needs more time for your request`,
    } satisfies Record<OfficerPurpose, (organisation: string) => string>,
    kicker: 'Your rights',
    headline: {
      answer: 'Your request is answered',
      question: 'A question about your request',
      extension: 'Your request takes longer',
    } satisfies Record<OfficerPurpose, string>,
    newDue: (day: string) => `We now answer by ${day} at the latest, for the reasons below.`,
    why: (organisation: string) => `The privacy officer of ${organisation} writes:`,
    reply:
      'With your case code you can read this again and write back on the page below. Please do not reply to this letter.',
    button: 'Open the request',
    reader: 'You receive this because you sent us a request and confirmed this address.',
  },

  rightsArrived: {
    subject: (n: number, written: number, day: string) => {
      const arrived = n === 1 ? 'A request or complaint' : `${n} requests or complaints`
      const wrote = written === 1 ? 'a new message' : `new messages in ${written} requests`
      if (n === 0) return `${capital(wrote)} arrived on ${day}`
      return written === 0 ? `${arrived} arrived on ${day}` : `${arrived} and ${wrote} arrived on ${day}`
    },
    kicker: 'Requests and complaints',
    headline: (n: number, written: number) => {
      if (n === 0) return written === 1 ? 'A person wrote again' : `${capital(words(written))} people wrote again`
      return n === 1 ? 'One request waits for an answer' : `${capital(words(n))} requests wait for an answer`
    },
    written: 'New messages in older requests',
    item: (kind: string, law: string, due: string) => `${kind}, to be answered by ${due} (${law})`,
    itemWithoutTerm: (kind: string) => `${kind}, no term`,
    more: (n: number) => `And ${n} more.`,
    next: 'What the request says stands on the page of requests, and nothing of it in this letter.',
    button: 'Open the requests',
    reader: 'You receive this because you are a privacy officer.',
  },

  wavePaused: {
    subject: (period: string) => `The survey of the ${period} is paused`,
    kicker: (period: string) => `Privacy survey · ${period}`,
    headline: 'The survey has stopped sending letters',
    bounces: (refused: string, tried: string) =>
      `${refused} of ${tried} letters came back or were refused, more than 5%. Sending on would harm the name of the sender, so the survey paused by itself.`,
    errors: 'Twenty letters in a row could not be handed to the mail server, so the survey paused by itself.',
    next: 'Answers are still taken. Please find the cause, then resume the survey on the page “Waves”: nobody gets a letter twice.',
    button: 'Open the waves',
  },

  mailServerTest: {
    subject: 'Test letter: your mail server works',
    kicker: 'Mail server',
    headline: 'Letters arrive',
    arrived: 'This is a test letter. You are reading it, so the mail server accepts our letters and delivers them.',
    opening: (period: string, day: string) =>
      `The wave on the ${period} opens on ${day}. Its invitations leave the same way.`,
    button: 'Open the settings',
    asked: 'You receive this because you asked for a test letter.',
    reader: 'You receive this because you are a privacy officer. One comes 7 days and one 1 day before an opening.',
  },

  openingQuestion: {
    subject: (period: string) => `To decide: the privacy survey on the ${period} has not opened`,
    kicker: 'Survey programme',
    headline: (period: string) => `The wave on the ${period} has not opened`,
    reasons: {
      late: 'The programme could not run or was off when the wave was due, and is more than seven days late. No traveler has been written to.',
      'checklist-incomplete': 'The checklist before opening does not hold. No traveler has been written to.',
      'no-questionnaire': 'There is no questionnaire. No traveler has been written to.',
      'no-eligible-travelers': 'No traveler of this half-year may be asked. Import the travelers first.',
      'close-date-invalid': 'The closing day has passed already. No traveler has been written to.',
      'sample-size-invalid': 'The size of the sample cannot be used. No traveler has been written to.',
    } satisfies Record<NotOpened, string>,
    lackingHeading: 'What is missing',
    lacking: {
      'basis-profiles': 'The legal basis profiles, confirmed as they are now',
      notice: 'The version of the privacy notice',
      assessment: 'The impact assessment on file, with its day',
      backups: 'The days after which backups expire, at most 30',
      'persons-abroad': 'The number of persons whose data leave the country',
      'mail-server': 'A mail server that accepted a letter in the last 30 days',
    } satisfies Record<Lacking, string>,
    asked: 'Open it now, or leave it out, on the waves page. Nothing is sent until you decide.',
    button: 'Decide',
    reader: 'You receive this because you are a privacy officer.',
  },

  userInvitation: {
    subject: (organisation: string) => `Your access to the privacy scorecard of ${organisation}`,
    kicker: 'Privacy scorecard',
    headline: (role: string) => `You are invited as ${role}`,
    why: (organisation: string) =>
      `${organisation} judges its five privacy goals every half-year. You can read how they stand, and the evidence behind each figure.`,
    how: (until: string | null) =>
      `Choose a password with the button below. The link works once, ${until ?? 'and only for a limited time'}.`,
    until: (moment: string, timeZone: string) => `until ${moment} (${timeZone})`,
    unexpected: 'If you did not expect this letter, do nothing: without the link no access is made.',
    button: 'Accept the invitation',
  },

  passwordReset: {
    subject: (organisation: string) => `Choose a new password for the privacy scorecard of ${organisation}`,
    kicker: 'Privacy scorecard',
    headline: 'Choose a new password',
    how: (moment: string, timeZone: string) =>
      `Someone asked to reset your password. Choose a new one with the button below. The link works once, until ${moment} (${timeZone}).`,
    ends: 'A new password ends all your sessions.',
    button: 'Choose a password',
    unexpected: 'If you did not ask for this, do nothing: your password stays as it is.',
  },
}
