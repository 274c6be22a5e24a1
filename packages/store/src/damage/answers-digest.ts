import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

const PAGE = 5_000

interface AnswerRow {
  readonly key: Uint8Array
  readonly cell_id: string
  readonly values: string | Uint8Array
}

/**
 * SHA-256 over the answers of a wave in the order of their keys, in hex. It stops after each page, so that who has other
 * work gets to it: nobody writes the answers of a wave that was cut from its people.
 */
export function* digestAnswers(sql: ReadSql, waveId: string): Generator<undefined, string> {
  const hash = createHash('sha256')
  const page = sql<AnswerRow>(
    `SELECT key, cell_id, "values" FROM answer WHERE wave_id = ? AND key > ? ORDER BY key LIMIT ${PAGE}`,
  )
  for (let after: Uint8Array = new Uint8Array(0); ; ) {
    const rows = page.all(waveId, after)
    for (const { key, cell_id: cell, values } of rows)
      hash.update(`${Buffer.from(key).toString('hex')} ${cell} ${Buffer.from(values as string).toString('hex')}\n`)
    const last = rows.at(-1)
    if (!last) return hash.digest('hex')
    after = last.key
    yield
  }
}

/** The digest of a wave's answers, taken beside other work. */
export async function answersDigest(database: SqliteDatabase, waveId: string): Promise<string> {
  const digesting = digestAnswers((text) => database.read(text), waveId)
  for (let step = digesting.next(); ; step = digesting.next()) {
    if (step.done) return step.value
    await nextTurn()
  }
}

/** Waves whose answers are kept for good, each with the digest that was taken when they were cut from their people. */
export interface DigestedWave {
  readonly id: string
  readonly period: string
  /** Null where an earlier version unlinked it. */
  readonly digest: string | null
}

export const digestedWaves = (sql: ReadSql): readonly DigestedWave[] =>
  sql<DigestedWave>(
    `SELECT id, period, answers_digest AS digest FROM wave
     WHERE status = 'unlinked' AND answers_deleted_at IS NULL ORDER BY period`,
  ).all()
