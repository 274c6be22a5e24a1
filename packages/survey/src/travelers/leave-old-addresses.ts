import type { Query, Statement } from '@wayproof/database/query/query'
import { isObjection, STRONGEST_STAYS } from '@wayproof/journal/outbox/suppress-address'
import { isReminder } from '../reminders/reminder-kind.ts'

/** SQL of travelers `t` whose address differs in the file `s`. */
interface MovedTravelers {
  readonly from: string
  readonly where: string
}

/**
 * Runs before the new addresses are written. An objection under the old address remains in force. The links of the old
 * address end, their drafts are deleted, and waiting letters get the new address. Waiting reminders are deleted: an
 * officer could choose the new address and learn from a reminder that the traveler has not answered.
 */
export async function leaveOldAddresses(query: Query, { from, where }: MovedTravelers): Promise<void> {
  if (!(await query.get(`SELECT 1 AS found FROM ${from} WHERE ${where} LIMIT 1`))) return
  await query.run(`INSERT INTO suppression (email_key, reason, at)
    SELECT s.email_key, p.reason, p.at FROM ${from} CROSS JOIN suppression p
    WHERE ${where} AND p.email_key = t.email_key AND ${isObjection('p.reason')} ${STRONGEST_STAYS}`)
  const travelers = `SELECT t.id FROM ${from} WHERE ${where}`
  const invitations = `SELECT id FROM invitation WHERE generation IS NOT NULL AND traveler_id IN (${travelers})`
  await query.run(`DELETE FROM draft WHERE invitation_id IN (${invitations})`)
  await query.run(
    ({ least }) => `UPDATE invitation SET generation = ${least('generation + 1', '255')} WHERE id IN (${invitations})`,
  )
  await query.run(
    `DELETE FROM letter WHERE state = 'queued' AND ${isReminder('letter')} AND recipient_id IN (${travelers})`,
  )
  await query.run(newLinks(travelers))
}

const newLinks =
  (travelers: string): Statement =>
  ({ jsonField, withJsonField }) => {
    const generation = `(SELECT generation FROM invitation WHERE id = ${jsonField('letter.data', 'invitationId')})`
    return `UPDATE letter SET data = ${withJsonField('data', 'generation', generation)}
      WHERE state = 'queued' AND recipient_kind = 'traveler' AND recipient_id IN (${travelers})`
  }
