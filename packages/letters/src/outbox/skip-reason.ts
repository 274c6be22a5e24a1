import type { Dialect } from '@wayproof/database/query/dialect'
import { WHY_SUPPRESSED } from './why-suppressed.ts'

/** Why a waiting letter must no longer be sent. */
export type SkipReason = 'gone' | 'suppressed' | 'spent' | 'answered'

const GONE = `(letter.recipient_kind = 'traveler' AND NOT EXISTS
    (SELECT 1 FROM traveler WHERE traveler.id = letter.recipient_id)
  OR letter.recipient_kind = 'user' AND NOT EXISTS
    (SELECT 1 FROM "user" WHERE "user".id = letter.recipient_id)
  OR letter.recipient_kind = 'rights-case' AND NOT EXISTS
    (SELECT 1 FROM rights_case WHERE rights_case.id = letter.recipient_id AND contact_sealed IS NOT NULL))`

const SUPPRESSED = `(letter.recipient_kind = 'traveler' AND EXISTS
    (SELECT 1 FROM traveler WHERE traveler.id = letter.recipient_id
     AND (NOT adult OR NOT basis_holds OR EXISTS
       (SELECT 1 FROM suppression WHERE suppression.email_key = traveler.email_key))))`

// Invalid JSON would end the whole statement; such a letter fails when it is claimed.
const isSpent = ({ isJson, jsonField }: Dialect): string => `(letter.kind = 'rights-code' AND
  CASE WHEN ${isJson('letter.data')} THEN NOT EXISTS
    (SELECT 1 FROM mailed_code WHERE mailed_code.id = ${jsonField('letter.data', 'codeId')}
     AND mailed_code.expires_at > @now) ELSE FALSE END)`

/**
 * SQL condition: a `letter` reminds a person who has answered. It is deleted, because no letter may reveal an answer.
 */
export const isAnswered = ({ isJson, jsonField }: Dialect): string =>
  `(letter.kind IN ('survey-reminder', 'survey-last-reminder') AND
  CASE WHEN ${isJson('letter.data')} THEN EXISTS
    (SELECT 1 FROM invitation WHERE invitation.id = ${jsonField('letter.data', 'invitationId')}
     AND invitation.answered) ELSE FALSE END)`

/** SQL: the SkipReason of a `letter` at `@now`; null if it may be sent. */
export const skipReason = (
  dialect: Dialect,
): string => `CASE WHEN ${GONE} THEN 'gone' WHEN ${SUPPRESSED} THEN 'suppressed'
  WHEN ${isSpent(dialect)} THEN 'spent' WHEN ${isAnswered(dialect)} THEN 'answered' END`

/** SQL: the stored reason of a `letter` for a SkipReason. */
export const storedReason = (skipReason: string): string =>
  `CASE ${skipReason} WHEN 'gone' THEN 'recipient gone' WHEN 'spent' THEN 'code expired' ELSE ${WHY_SUPPRESSED} END`
