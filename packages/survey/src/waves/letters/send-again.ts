import type { Statement } from '@wayproof/database/query/query'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { logDelivery } from '@wayproof/journal/outbox/log-delivery'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { SurveyLetterData } from '../../letters/survey-letter.ts'
import type { SurveyStore } from '../../ports.ts'
import { closingDayAgreedOn } from '../../reminders/agreed-close.ts'
import { SENT_AGAIN_AFTER_MS, SENT_AGAIN_AT_MOST } from '../send-again.ts'
import { lowerResumeCounts } from './letter-health.ts'

const AGAIN = `FROM delivery again WHERE again.letter_id = letter.id AND again.outcome = 'sent-again'`

/**
 * SQL condition: an invitation may be sent again at `@now`. It does not depend on an answer. A bounce alone blocks an
 * address until an officer sends again.
 */
export const MAY_BE_SENT_AGAIN = `letter.kind = 'survey-invitation' AND ${isEnded('letter')}
  AND letter.state IN ('failed', 'bounced')
  AND EXISTS (SELECT 1 FROM wave open WHERE open.id = letter.wave_id AND open.status = 'open' AND open.closes_at > @now)
  AND EXISTS (SELECT 1 FROM traveler person WHERE letter.recipient_kind = 'traveler' AND person.id = letter.recipient_id
    AND person.adult AND person.basis_holds AND NOT EXISTS (SELECT 1 FROM suppression
      WHERE suppression.email_key = person.email_key AND suppression.reason <> 'bounced'))
  AND (SELECT count(*) ${AGAIN}) < ${SENT_AGAIN_AT_MOST}
  AND NOT EXISTS (SELECT 1 ${AGAIN} AND again.at > @lastBefore)`

/** The values of `MAY_BE_SENT_AGAIN`. */
export const sentAgainMoments = (now: Instant) => ({
  now: new Date(now),
  lastBefore: new Date(now - SENT_AGAIN_AFTER_MS),
})

interface Undelivered {
  readonly id: Id
  readonly data: string
  readonly generation: number
  readonly emailKey: Uint8Array
}

const CHOSEN: Statement = ({ isJson, jsonField, oneOf }) =>
  `SELECT letter.id, letter.data, invitation.generation, traveler.email_key AS emailKey
  FROM traveler
  JOIN letter ON letter.recipient_id = traveler.id AND letter.wave_id = @waveId
  JOIN invitation ON invitation.id = CASE WHEN ${isJson('letter.data')} THEN ${jsonField('letter.data', 'invitationId')} END
  WHERE ${oneOf('traveler.customer_number', '@customerNumbers')} AND ${MAY_BE_SENT_AGAIN}`

/**
 * Puts undelivered invitations back into the outbox, with the link that works now. Rows keep their dedupe key, so nobody
 * gets a second invitation beside them.
 */
export const sendAgain =
  (database: QueryDatabase): SurveyStore['sendAgain'] =>
  (waveId, customerNumbers, at) =>
    database.transaction(async (transaction) => {
      const { query, records } = transaction
      const values = { waveId, customerNumbers, ...sentAgainMoments(at) }
      const closesOn = await closingDayAgreedOn(query, waveId)
      let sent = 0
      for (const letter of await query.all<Undelivered>(CHOSEN, values))
        sent += await queueAgain(transaction, letter, closesOn, at)
      if (sent === 0) return 0
      await lowerResumeCounts(query, waveId)
      const { period } = await records.wave.findUniqueOrThrow({ where: { id: waveId } })
      await insertUserAct(query, { act: 'invitations-sent-again', subject: period, details: { count: sent } })
      return sent
    })

async function queueAgain(
  { query, records }: QueryTransaction,
  { id, data, generation, emailKey }: Undelivered,
  closesOn: string | null,
  at: Instant,
): Promise<number> {
  const content = { ...(JSON.parse(data) as SurveyLetterData), generation, ...(closesOn !== null && { closesOn }) }
  const queued = await records.letter.updateMany({
    where: { id, state: { in: ['failed', 'bounced'] } },
    data: {
      ...{ state: 'queued', data: JSON.stringify(content), reason: null, sentAt: null, notBefore: new Date(at) },
      ...{ attempts: 0, leaseUntil: null, fence: { increment: 1 } },
    },
  })
  if (queued.count === 0) return 0
  await records.suppression.deleteMany({ where: { emailKey: Uint8Array.from(emailKey), reason: 'bounced' } })
  await logDelivery(query, { letterId: id, outcome: 'sent-again', reply: '', cause: null, at })
  return 1
}
