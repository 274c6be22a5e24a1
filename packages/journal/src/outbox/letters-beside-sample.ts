import { HAS_SAMPLE } from '../sample-data/sample-lock.ts'
import type { LetterKind } from './letter-kind.ts'

/**
 * Letters that tell nothing of records: about accounts, the mail server and the product's own work; and letters of waves,
 * which are a deployment check's, because no wave opens beside sample data.
 */
const KINDS = [
  'user-invitation',
  'password-reset',
  'approval-asked',
  'approval-decided',
  'reader-added',
  'mail-server-test',
  'officer-question',
  'survey-invitation',
  'survey-reminder',
  'survey-last-reminder',
] as const satisfies readonly LetterKind[]

/** SQL: a letter of this kind may be queued and sent. While sample data is there, none may that would tell of it. */
export const mayLeave = (kind: string): string =>
  `(${kind} IN (${KINDS.map((each) => `'${each}'`).join(', ')}) OR NOT ${HAS_SAMPLE})`
