import { AUDIT_LOG_DAYS } from '@wayproof/journal/audit-log/audit-entry'

/**
 * Days for which an address may stay unconfirmed. It is then deleted, and the answer is available with the case code
 * only.
 */
export const UNCONFIRMED_DAYS = 7

/**
 * Days for which personal data are stored after the event of the rule. 24 months are 730 or 731 days and 13 months 395
 * to 397: the smaller number keeps the promise in every case.
 */
export const RETENTION_DAYS = {
  /** After the month of a traveler's last trip; a wave asks about the previous half-year, so a year is ample. */
  'last-trip': 365,
  /** After a wave was closed: its single answers, open texts and invitations. Counts stay. */
  'wave-close': 730,
  /** After a letter was sent, or written if it was never sent. */
  letter: 395,
  /** The same for reminders and letters of cases, whose number nobody sees. */
  'hidden-letter': 395,
  'session-expiry': 0,
  'verification-expiry': 0,
  /** After the last call that a limit counted; no limit looks further back than a day. */
  'last-call': 1,
  'invitation-expiry': 30,
  'reset-expiry': 7,
  /** After the arrival of a case with an unconfirmed address. */
  'unconfirmed-address': UNCONFIRMED_DAYS,
  /** After a case was closed: address, case code and texts. Kind, dates and outcome stay. */
  'case-texts': 90,
  /** After a case was closed: the rest of the case. Three years are 1,095 or 1,096 days. */
  'case-record': 1095,
  /** After a whistle-blower's report was closed: contact, case code and texts. */
  'report-texts': 90,
  /** After a report was closed: the rest of the report. */
  'report-record': 1095,
  /** After the last working day: as far back as a scorecard shows. */
  'employment-end': 1825,
  /** After the act. */
  'audit-entry': AUDIT_LOG_DAYS,
} as const

export type RetentionRule = keyof typeof RETENTION_DAYS
