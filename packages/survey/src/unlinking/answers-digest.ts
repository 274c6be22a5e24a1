import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'

const PAGE = 5_000

interface AnswerRow {
  readonly key: Uint8Array
  readonly cell: string
  readonly stored: string | Uint8Array
}

const ANSWERS = `SELECT key, cell_id AS cell, "values" AS stored FROM answer
  WHERE wave_id = @waveId AND key > @after ORDER BY key LIMIT ${PAGE}`

/**
 * SHA-256 in hex over the answers of a wave in the order of their keys. `pause` runs after each page, which is safe
 * because the answers of an unlinked wave no longer change.
 */
async function digestAnswers(query: ReadQuery, waveId: string, pause = async () => {}): Promise<string> {
  const hash = createHash('sha256')
  for (let after: Uint8Array = new Uint8Array(0); ; await pause()) {
    const rows = await query.all<AnswerRow>(ANSWERS, { waveId, after })
    for (const { key, cell, stored } of rows)
      hash.update(`${Buffer.from(key).toString('hex')} ${cell} ${Buffer.from(stored as string).toString('hex')}\n`)
    const last = rows.at(-1)
    if (!last) return hash.digest('hex')
    after = last.key
  }
}

/** The digest of a wave's answers; other work runs in between. */
export const answersDigest = ({ query }: Pick<QueryDatabase, 'query'>, waveId: string): Promise<string> =>
  digestAnswers(query, waveId, () => nextTurn())

/** A wave whose answers must no longer change, with the digest taken at its unlinking. */
interface DigestedWave {
  readonly id: string
  readonly period: string
  /** Null if an earlier version unlinked it. */
  readonly digest: string | null
}

const digestedWaves = (query: ReadQuery): Promise<readonly DigestedWave[]> =>
  query.all<DigestedWave>(
    `SELECT id, period, answers_digest AS digest FROM wave
     WHERE status = 'unlinked' AND answers_deleted_at IS NULL ORDER BY period`,
  )

export interface ComparedAnswers {
  readonly faults: readonly string[]
  /** New digests of waves that had none, by the wave's id. */
  readonly missing: Readonly<Record<string, string>>
}

/** Compares the answers of unlinked waves with their digests; null if `signal` ended the comparison. */
export async function compareAnswers(
  query: ReadQuery,
  pause?: () => Promise<void>,
  signal?: AbortSignal,
): Promise<ComparedAnswers | null> {
  const faults: string[] = []
  const missing: Record<string, string> = {}
  for (const { id, period, digest } of await digestedWaves(query)) {
    if (signal?.aborted) return null
    const currentDigest = await digestAnswers(query, id, pause)
    if (digest === null) missing[id] = currentDigest
    else if (digest !== currentDigest) faults.push(`the answers of ${period} are not those that were unlinked`)
  }
  return { faults, missing }
}
