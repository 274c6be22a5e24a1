import { setImmediate as otherWork } from 'node:timers/promises'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { wentOut } from '@wayproof/journal/outbox/ended-letter'
import { REMINDER_ELIGIBILITIES, type ReminderEligibility, type ReminderMoments } from '../waves/reminder.ts'
import { lettersSince } from './contact-budget.ts'

export interface InvitedTraveler {
  readonly travelerId: string
  readonly course: ReminderEligibility
  /** Data of the invitation. */
  readonly data: string
  readonly locale: string
  /** The present generation of the link, which ends when the address changes. */
  readonly generation: number
}

/** Travelers whose eligibility is decided, and reminders that are posted, within some 20 ms. */
export const CHUNK = 200

/**
 * A chunk of the invited travelers, each with the first reason that applies. Reasons that do not depend on the answer
 * come first, because their counts are published when the wave is closed, and an officer could cause them for a single
 * traveler. The second condition on the traveler says the same as the first: PostgreSQL reads both tables in the same order
 * side by side, and without it would begin with the first traveler for each chunk.
 */
const INVITED: Statement = ({
  jsonField,
}) => `SELECT i.traveler_id AS travelerId, invited.data, t.locale, i.generation, CASE
    WHEN NOT t.adult THEN 'not-adult'
    WHEN NOT t.basis_holds THEN 'no-basis'
    WHEN invited.state = 'complained' OR EXISTS (SELECT 1 FROM suppression
      WHERE suppression.email_key = t.email_key AND reason IN ('unsubscribed', 'complained', 'objected')) THEN 'objected'
    WHEN EXISTS (SELECT 1 FROM suppression WHERE suppression.email_key = t.email_key) THEN 'suppressed'
    WHEN invited.state = 'suppressed' THEN 'suppressed'
    WHEN i.generation <> CAST(${jsonField('invited.data', 'generation')} AS INTEGER) THEN 'address-changed'
    WHEN invited.state IN ('failed', 'bounced') THEN 'refused'
    WHEN NOT ${wentOut('invited')} THEN 'invitation-waits'
    WHEN i.answered THEN 'answered'
    WHEN again.id IS NOT NULL THEN 'reminded-twice'
    WHEN reminded.state = 'queued' THEN 'reminder-waits'
    WHEN NOT ${wentOut('reminded')} THEN 'reminder-ended'
    WHEN reminded.id IS NULL AND invited.sent_at >= @invitedBefore THEN 'too-soon'
    WHEN reminded.id IS NOT NULL AND (invited.sent_at >= @invitedBeforeLast OR reminded.sent_at >= @remindedBefore)
      THEN 'too-soon'
    WHEN CASE WHEN reminded.id IS NULL THEN 1 ELSE 2 END >= w.letter_limit OR ${lettersSince('t.id')} >= w.letter_limit THEN 'budget'
    WHEN reminded.id IS NULL THEN 'first'
    ELSE 'last' END AS course
  FROM invitation i
  JOIN wave w ON w.id = i.wave_id
  JOIN traveler t ON t.id = i.traveler_id
  JOIN letter invited ON invited.dedupe_key = 'invitation:' || i.id
  LEFT JOIN letter reminded ON reminded.dedupe_key = 'reminder:' || i.id
  LEFT JOIN letter again ON again.dedupe_key = 'last-reminder:' || i.id
  WHERE i.wave_id = @waveId AND i.traveler_id > @after AND t.id > @after ORDER BY i.traveler_id LIMIT ${CHUNK}`

/** The chunk after a traveler, or the first one; fewer than CHUNK are the last. */
export const invitedAfter = (
  query: ReadQuery,
  waveId: string,
  { invitedBefore, invitedBeforeLast, remindedBefore, budgetFrom }: ReminderMoments,
  after: string | undefined,
): Promise<readonly InvitedTraveler[]> =>
  query.all<InvitedTraveler>(INVITED, {
    ...{ waveId, after: after ?? '' },
    invitedBefore: new Date(invitedBefore),
    invitedBeforeLast: new Date(invitedBeforeLast),
    remindedBefore: new Date(remindedBefore),
    budgetFrom: new Date(budgetFrom),
  })

/** Counts everyone, a chunk at a time, so that the event loop stays free; the chunks are not of the same moment. */
export async function countCourses(
  { query }: Pick<QueryDatabase, 'query'>,
  waveId: string,
  moments: ReminderMoments,
): Promise<Record<ReminderEligibility, number>> {
  const counts = Object.fromEntries(REMINDER_ELIGIBILITIES.map((course) => [course, 0])) as Record<
    ReminderEligibility,
    number
  >
  let last: InvitedTraveler | undefined
  do {
    const invited = await invitedAfter(query, waveId, moments, last?.travelerId)
    for (const { course } of invited) counts[course] += 1
    last = invited[CHUNK - 1]
    await otherWork()
  } while (last)
  return counts
}
