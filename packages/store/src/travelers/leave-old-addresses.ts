import type { Query, Statement } from '../engine/query/query.ts'
import { isObjection, STRONGEST_STAYS } from '../outbox/suppress-address.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

/** Travelers `t` whom a file `s` gives another address, as parts of a query. */
interface MovedTravelers {
  readonly from: string
  readonly where: string
}

/**
 * Before the new addresses are written. An objection under the old one still counts. The old one keeps nothing that is the
 * traveler's: its links end, with what was saved under them, and letters that wait get the new ones. Reminders that wait are
 * deleted: at an address that an officer chose, one would tell the officer that the traveler has not answered.
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
