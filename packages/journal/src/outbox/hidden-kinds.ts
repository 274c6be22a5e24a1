import type { LetterKind } from './letter-kind.ts'

/**
 * Kinds of letters that no figure, log or state shows: a reminder proves that its recipient had not answered, and the others
 * that somebody wrote a request, a complaint or a report.
 */
export const HIDDEN_KINDS: readonly LetterKind[] = [
  'survey-reminder',
  'survey-last-reminder',
  'rights-code',
  'rights-message',
  'rights-arrived',
  'report-arrived',
  'deadlines',
]
