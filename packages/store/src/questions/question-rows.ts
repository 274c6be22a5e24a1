import { type Id, type Ids, type Instant, nearestLocale } from '@wayproof/kernel'
import { type Asked, type OfficerQuestion, type QuestionAnswer, subjectOf } from '@wayproof/letters/questions'
import type { Sql } from '../engine/sql.ts'
import { insertLetter } from '../outbox/insert-letter.ts'
import { logSuppression } from '../outbox/log-delivery.ts'

export interface QuestionRow {
  readonly id: Id
  readonly kind: string
  readonly data: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
  readonly answeredBy: string | null
  readonly endedAt: Instant | null
}

/** SQL: the columns of a QuestionRow. */
export const QUESTION_COLUMNS = `id, kind, data, asked_at AS askedAt, answer, answered_at AS answeredAt,
  answered_by AS answeredBy, ended_at AS endedAt`

export function questionOf({ kind, data, answer, answeredAt, answeredBy, ...row }: QuestionRow): OfficerQuestion {
  const asked = { kind, data: JSON.parse(data) as unknown } as Asked
  const given =
    answer === null ? null : { answer: answer as QuestionAnswer, by: answeredBy ?? '', at: answeredAt ?? row.askedAt }
  return { ...row, ...asked, answer: given }
}

export interface AskingParts {
  readonly ids: Ids
  readonly timeZone: string
}

/** Opens a question and writes to every officer, inside the transaction that causes it. False: it is open already. */
export function askOfficers(sql: Sql, { ids, timeZone }: AskingParts, asked: Asked, at: Instant): boolean {
  const id = ids.next()
  const opened = sql(`INSERT INTO officer_question (id, kind, subject, data, asked_at)
    VALUES (@id, @kind, @subject, @data, @at) ON CONFLICT DO NOTHING`).run({
    id,
    kind: asked.kind,
    subject: subjectOf(asked),
    data: JSON.stringify(asked.data),
    at,
  })
  if (opened.changes === 0) return false
  const officers = sql<{ id: Id; locale: string }>(`SELECT id, locale FROM user WHERE role = 'officer' ORDER BY id`)
  for (const officer of officers.all()) {
    const letter = {
      kind: 'officer-question',
      locale: nearestLocale(officer.locale),
      data: { id, asked, timeZone },
    } as const
    const recipient = { kind: 'user', id: officer.id } as const
    insertLetter(sql, ids.next(), { letter, recipient, dedupeKey: `officer-question:${id}:${officer.id}` }, at)
  }
  return true
}

/** Ends the open question of a kind and subject and takes back its letters that still wait. False: none is open. */
export function withdrawQuestion(sql: Sql, kind: Asked['kind'], subject: string, at: Instant): boolean {
  const ended = sql<{ id: Id }>(`UPDATE officer_question SET ended_at = @at
    WHERE kind = @kind AND subject = @subject AND ended_at IS NULL RETURNING id`).get({ kind, subject, at })
  if (!ended) return false
  const waiting = sql<{ id: Id }>(`SELECT id FROM letter WHERE wave_id IS NULL AND state = 'queued'
    AND kind = 'officer-question' AND json_extract(data, '$.id') = ?`).all(ended.id)
  for (const { id } of waiting) {
    sql(`UPDATE letter SET state = 'suppressed', lease_until = NULL, fence = fence + 1, reason = 'question settled'
      WHERE id = ?`).run(id)
    logSuppression(sql, id, at)
  }
  return true
}
