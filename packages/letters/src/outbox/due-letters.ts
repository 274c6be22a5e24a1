import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery } from '@wayproof/database/query/query'
import { mayLeave } from '@wayproof/journal/outbox/letters-beside-sample'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import { type DueRow, sealedParts } from './claimed-letter.ts'
import { type SkipReason, skipReason, storedReason } from './skip-reason.ts'

/** Selects letters that are due at `now`; those of waves only if `surveys`. */
export interface DueFilter {
  readonly now: Instant
  readonly surveys: boolean
  /** Letters of waves have none of the kinds that are claimed alone. */
  readonly kind: string | null
  /** Letters that the claiming process still delivers: a changed clock may have ended their lease. */
  readonly inFlight: ReadonlySet<Id>
}

/**
 * Leases up to `limit` letters. Letters that must no longer be sent are marked as suppressed, or deleted, and not
 * returned.
 */
export type TakeDue = (look: DueFilter, limit: number, leaseUntil: Instant) => Promise<readonly DueRow[]>

// Closing a wave removes its letters from the outbox. Between its end and its closing they wait, as during a pause.
// Letters of an encrypted wave also wait until every survey instance has its key.
const SENDING = `wave.status IN ('open', '${TRIAL}') AND wave.closes_at > @now AND wave.paused_at IS NULL
  AND (wave.key_check IS NULL OR wave.key_present_at IS NOT NULL)`

/** SQL: waves whose letters may be sent at `@now`, in the order of their opening. */
export const SENDING_WAVES = `SELECT id FROM wave WHERE ${SENDING} ORDER BY opened_at, id`

const DUE = `letter.state = 'queued' AND letter.not_before <= @now
    AND (letter.lease_until IS NULL OR letter.lease_until < @now)`

/**
 * SQL: whether any letter is due. Checked queue by queue, so that the letters of a waiting wave are not read. Without order
 * and offset PostgreSQL would join both tables, and read every queued letter of a large wave before each claim.
 */
export const ANY_DUE = `SELECT EXISTS (SELECT 1 FROM letter WHERE letter.wave_id IS NULL AND ${DUE} AND ${mayLeave('letter.kind')})
    OR @surveys AND EXISTS (SELECT 1 FROM wave
      WHERE ${SENDING} AND EXISTS (SELECT 1 FROM letter WHERE letter.wave_id = wave.id AND ${DUE}
        ORDER BY letter.not_before LIMIT 1 OFFSET 0)) AS found`

const firstDue =
  (ofQueue: string) =>
  (dialect: Dialect): string =>
    `SELECT id, fence + 1 AS fence, attempts, kind, locale, data, recipient_kind, recipient_id, wave_id,
    ${skipReason(dialect)} AS skipReason, ${sealedParts(dialect)}
  FROM letter WHERE ${ofQueue} AND ${DUE} ORDER BY letter.not_before LIMIT @limit + 0 ${dialect.skipLocked()}`

/**
 * The first due letters of a `@queue`, by the partial index in their order. Parameters are in expressions, because
 * SQLite's planner inspects a parameter alone after `=` or LIMIT and then plans the statement again at each run.
 */
export const FIRST_DUE_OF_WAVE = firstDue('letter.wave_id = CAST(@queue AS TEXT)')
export const FIRST_DUE_OF_NO_WAVE = firstDue(
  `letter.wave_id IS NULL AND (CAST(@kind AS TEXT) IS NULL OR letter.kind = CAST(@kind AS TEXT))
    AND ${mayLeave('letter.kind')}`,
)

/** Renews the lease of the letters `@ids`, which the claiming process has in flight. */
export const RENEW = ({ oneOf }: Dialect): string =>
  `UPDATE letter SET lease_until = @leaseUntil WHERE ${oneOf('id', '@ids')}`

export const TAKE = ({ oneOf }: Dialect): string =>
  `UPDATE letter SET lease_until = @leaseUntil, fence = fence + 1 WHERE ${oneOf('id', '@ids')}`

export const DELETE = ({ oneOf }: Dialect): string => `DELETE FROM letter WHERE ${oneOf('id', '@ids')}`

export const SKIP = ({ oneOf }: Dialect): string => `UPDATE letter SET state = 'suppressed', lease_until = NULL,
    fence = fence + 1, reason = ${storedReason('@skipReason')}
  WHERE ${oneOf('id', '@ids')}`

/** Due letters by the action that they need. */
export interface SortedDue {
  readonly taken: readonly DueRow[]
  readonly inFlight: readonly Id[]
  readonly answered: readonly Id[]
  readonly skipped: readonly { readonly skipReason: SkipReason; readonly ids: readonly Id[] }[]
}

const SUPPRESSING = ['gone', 'suppressed', 'spent'] as const

export function sortDue(rows: readonly DueRow[], { inFlight }: DueFilter): SortedDue {
  const others = rows.filter(({ id }) => !inFlight.has(id))
  const idsOf = (reason: SkipReason) => others.flatMap(({ id, skipReason }) => (skipReason === reason ? [id] : []))
  return {
    taken: others.filter(({ skipReason }) => skipReason === null),
    inFlight: rows.flatMap(({ id }) => (inFlight.has(id) ? [id] : [])),
    answered: idsOf('answered'),
    skipped: SUPPRESSING.map((reason) => ({ skipReason: reason, ids: idsOf(reason) })).filter(
      ({ ids }) => ids.length > 0,
    ),
  }
}

/** Whether a letter can be claimed. The cost does not grow with the letters of waiting waves. */
export async function anyDue(query: ReadQuery, { now, surveys }: Pick<DueFilter, 'now' | 'surveys'>): Promise<boolean> {
  return (await query.get<{ found: 0 | 1 }>(ANY_DUE, { now: new Date(now), surveys }))?.found === 1
}
