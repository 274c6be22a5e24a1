import type { EligibleTraveler, FrameCounts, FrameOf } from '@wayproof/survey'
import type { ReadQuery } from '../../engine/query/query.ts'
import { publishedLettersSince } from '../../reminders/contact-budget.ts'
import { isReminder } from '../../reminders/reminder-kind.ts'

const TRAVELLED = 'last_trip >= @first AND (CAST(@last AS TEXT) IS NULL OR last_trip <= @last)'

const COMPLAINED = "SELECT 1 FROM letter WHERE letter.recipient_id = traveler.id AND letter.state = 'complained'"

/**
 * SQL condition: the suppression was caused by a complaint about a reminder, and about no invitation, of a wave that is not
 * unlinked. Not counting the traveler would reveal that they have not answered. The suppression counts after the unlinking;
 * until then a letter to the traveler is skipped when it is due. A reminder that comes back suppresses nothing.
 */
const BY_REMINDER = `(suppression.reason = 'complained' AND EXISTS (${COMPLAINED} AND ${isReminder('letter')})
  AND NOT EXISTS (${COMPLAINED} AND letter.kind = 'survey-invitation'))`

/** SQL: the first reason that excludes a traveler, or null; in the order of the coverage ladder. */
const WHY_NOT = `CASE WHEN NOT adult THEN 'not-adult' WHEN NOT basis_holds THEN 'no-basis' ELSE COALESCE(
  (SELECT suppression.reason FROM suppression WHERE suppression.email_key = traveler.email_key AND NOT ${BY_REMINDER}),
  CASE WHEN ${publishedLettersSince('traveler.id')} >= @letterLimit THEN 'budget' END) END`

const ELIGIBLE = `SELECT id, locale, trip_type AS tripType, channel, region FROM traveler
  WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL`

const BY_LANGUAGE = `SELECT locale AS language, COUNT(*) AS count FROM traveler
  WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL GROUP BY locale`

/** SQL: travelers by the reason that excludes them; null for eligible ones. */
const COUNTED = `SELECT reason, COUNT(*) AS count FROM (SELECT ${WHY_NOT} AS reason FROM traveler WHERE ${TRAVELLED})
  GROUP BY reason ORDER BY count DESC, reason`

const bound = ({ months, budgetFrom, letterLimit }: FrameOf) => ({
  ...months,
  budgetFrom: new Date(budgetFrom),
  letterLimit,
})

export const eligibleTravelers = (query: ReadQuery, frame: FrameOf): Promise<readonly EligibleTraveler[]> =>
  query.all<EligibleTraveler>(ELIGIBLE, bound(frame))

export const registeredTravelers = async (query: ReadQuery): Promise<number> =>
  (await query.get<{ n: number }>('SELECT COUNT(*) AS n FROM traveler'))?.n ?? 0

export async function countFrame(query: ReadQuery, frame: FrameOf): Promise<FrameCounts> {
  const counted = await query.all<{ reason: string | null; count: number }>(COUNTED, bound(frame))
  return {
    eligible: counted.find(({ reason }) => reason === null)?.count ?? 0,
    skips: counted.flatMap(({ reason, count }) => (reason === null ? [] : [{ stage: 'invitation', reason, count }])),
  }
}

export async function countEligibleByLanguage(
  query: ReadQuery,
  frame: FrameOf,
): Promise<Readonly<Record<string, number>>> {
  const counted = await query.all<{ language: string; count: number }>(BY_LANGUAGE, bound(frame))
  return Object.fromEntries(counted.map(({ language, count }) => [language, count]))
}
