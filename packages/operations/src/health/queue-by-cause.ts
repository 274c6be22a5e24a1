import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { blamed, type RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import type { Instant } from '@wayproof/kernel/clock'
import { IS_COUNTED } from '@wayproof/letters/outbox/outbox-rows'

/** Why a letter waits: its wave is paused, its time has not come, what was blamed at the last attempt, or it is due. */
const CAUSES = ['due', 'later', 'paused', 'server', 'sender', 'address'] as const

export interface WaitingLetters {
  readonly cause: (typeof CAUSES)[number]
  readonly letters: number
  /** When the oldest of them was written. */
  readonly since: Instant
}

const WAITING = `SELECT CASE
    WHEN wave.paused_at IS NOT NULL THEN 'paused'
    WHEN letter.attempts > 0 THEN coalesce(
      (SELECT cause FROM delivery WHERE letter_id = letter.id AND cause IS NOT NULL ORDER BY number DESC LIMIT 1), 'network')
    WHEN letter.not_before > @now THEN 'later'
    ELSE 'due' END AS cause, count(*) AS letters, min(letter.created_at) AS since
  FROM letter LEFT JOIN wave ON wave.id = letter.wave_id
  WHERE letter.state = 'queued' AND ${IS_COUNTED}
  GROUP BY 1`

type Row = { readonly cause: string; readonly letters: number; readonly since: Instant }

/** The queue by the cause for which letters wait, without reminders and letters about cases. */
export async function queueByCause({ query }: QueryDatabase, now: Instant): Promise<readonly WaitingLetters[]> {
  const rows = await query.all<Row>(WAITING, { now: new Date(now) })
  const causeOf = ({ cause }: Row): WaitingLetters['cause'] =>
    cause === 'due' || cause === 'later' || cause === 'paused' ? cause : blamed(cause as RefusalCause)
  const groups = Map.groupBy(rows, causeOf)
  return CAUSES.flatMap((cause) => {
    const group = groups.get(cause) ?? []
    if (group.length === 0) return []
    const letters = group.reduce((sum, row) => sum + Number(row.letters), 0)
    return [{ cause, letters, since: Math.min(...group.map(({ since }) => Number(since))) }]
  })
}
