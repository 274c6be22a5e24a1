import type { Sql } from '../engine/sqlite/sql.ts'
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
export function leaveOldAddresses(sql: Sql, { from, where }: MovedTravelers): void {
  if (!sql(`SELECT 1 FROM ${from} WHERE ${where} LIMIT 1`).get()) return
  sql(`INSERT INTO suppression (email_key, reason, at)
    SELECT s.email_key, p.reason, p.at FROM ${from} CROSS JOIN suppression p ON p.email_key = t.email_key
    WHERE ${where} AND ${isObjection('p.reason')} ${STRONGEST_STAYS}`).run()
  const travelers = `SELECT t.id FROM ${from} WHERE ${where}`
  const invitations = `SELECT id FROM invitation WHERE generation IS NOT NULL AND traveler_id IN (${travelers})`
  sql(`DELETE FROM draft WHERE invitation_id IN (${invitations})`).run()
  sql(`UPDATE invitation SET generation = min(generation + 1, 255) WHERE id IN (${invitations})`).run()
  sql(`DELETE FROM letter WHERE state = 'queued' AND ${isReminder('letter')} AND recipient_id IN (${travelers})`).run()
  sql(`UPDATE letter SET data = json_set(data, '$.generation',
      (SELECT generation FROM invitation WHERE id = letter.data ->> 'invitationId'))
    WHERE state = 'queued' AND recipient_kind = 'traveler' AND recipient_id IN (${travelers})`).run()
}
