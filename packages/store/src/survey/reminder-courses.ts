import { REMINDER_COURSES, type ReminderCourse, type ReminderMoments } from '@wayproof/survey'
import type { ReadSql, Sql } from '../sqlite/sql.ts'
import { lettersSince } from './contact-budget.ts'

export interface Standing {
  readonly course: ReminderCourse
  /** What the invitation says. */
  readonly data: string
  readonly locale: string
  /** Of the link now: it ends when the address changes. */
  readonly generation: number
}

/** Everybody invited to a wave, with where he stands; the first reason that holds is the one that counts. */
const STANDINGS = `SELECT invited.data, t.locale, i.generation, CASE
    WHEN i.answered = 1 THEN 'answered'
    WHEN NOT t.adult THEN 'not-adult'
    WHEN NOT t.basis_holds THEN 'no-basis'
    WHEN invited.state = 'complained' OR reminded.state = 'complained' OR EXISTS (SELECT 1 FROM suppression
      WHERE suppression.email_key = t.email_key AND reason IN ('unsubscribed', 'complained', 'objected')) THEN 'objected'
    WHEN EXISTS (SELECT 1 FROM suppression WHERE suppression.email_key = t.email_key) THEN 'suppressed'
    WHEN invited.state = 'suppressed' OR reminded.state = 'suppressed' THEN 'suppressed'
    WHEN invited.state IN ('failed', 'bounced') OR reminded.state IN ('failed', 'bounced') THEN 'refused'
    WHEN invited.state <> 'sent' THEN 'invitation-waits'
    WHEN again.id IS NOT NULL THEN 'reminded-twice'
    WHEN reminded.state = 'queued' THEN 'reminder-waits'
    WHEN reminded.id IS NULL AND invited.sent_at >= @invitedBefore THEN 'too-soon'
    WHEN reminded.id IS NOT NULL AND (invited.sent_at >= @invitedBeforeLast OR reminded.sent_at >= @remindedBefore)
      THEN 'too-soon'
    WHEN 1 + (reminded.id IS NOT NULL) >= w.letter_limit OR ${lettersSince('t.id')} >= w.letter_limit THEN 'budget'
    WHEN reminded.id IS NULL THEN 'first'
    ELSE 'last' END AS course
  FROM invitation i
  JOIN wave w ON w.id = i.wave_id
  JOIN traveler t ON t.id = i.traveler_id
  JOIN letter invited ON invited.dedupe_key = 'invitation:' || i.id
  LEFT JOIN letter reminded ON reminded.dedupe_key = 'reminder:' || i.id
  LEFT JOIN letter again ON again.dedupe_key = 'last-reminder:' || i.id
  WHERE i.wave_id = @waveId`

const DUE = `SELECT * FROM (${STANDINGS} ORDER BY i.id) WHERE course IN ('first', 'last')`
const COUNTS = `SELECT course, COUNT(*) AS n FROM (${STANDINGS}) GROUP BY course`

const bound = (waveId: string, { invitedBefore, invitedBeforeLast, remindedBefore, budgetFrom }: ReminderMoments) => {
  return { waveId, invitedBefore, invitedBeforeLast, remindedBefore, budgetFrom }
}

export const dueReminders = (sql: Sql, waveId: string, moments: ReminderMoments): readonly Standing[] =>
  sql<Standing>(DUE).all(bound(waveId, moments))

/** `sql` may be a read or a transaction. */
export function countCourses(sql: ReadSql, waveId: string, moments: ReminderMoments): Record<ReminderCourse, number> {
  const counts = Object.fromEntries(REMINDER_COURSES.map((course) => [course, 0])) as Record<ReminderCourse, number>
  for (const { course, n } of sql<{ course: ReminderCourse; n: number }>(COUNTS).all(bound(waveId, moments)))
    counts[course] = n
  return counts
}
