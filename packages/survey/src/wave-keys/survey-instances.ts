import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { TRIAL } from '../trial/trial-columns.ts'
import { isKeyOf } from './answer-cipher.ts'
import type { WaveKeys } from './wave-key-folder.ts'

/** Survey instances and the keys of open waves that each has. */
export interface SurveyInstances {
  /**
   * Reports an instance and its keys, and destroys its keys of waves whose ties are cut. Call it every
   * `REPORT_INTERVAL_MS`. Returns the periods of waves whose keys it lacks: it cannot take their answers.
   */
  report(instanceId: Id): Promise<readonly PeriodKey[]>
  /** Deletes the report of an instance that stops. */
  leave(instanceId: Id): Promise<void>
}

export const REPORT_INTERVAL_MS = 2_000

/**
 * An instance without a report for this time is not running. By the clock of the database, because others may differ.
 * Shorter than the close waits for instances to delete their keys.
 */
const SILENT_MS = 20_000

interface WaveRow {
  readonly id: Id
  readonly period: PeriodKey
  readonly keyCheck: Uint8Array
  readonly isCut: 0 | 1
}

const ENCRYPTED = `SELECT id, period, key_check AS keyCheck, CASE WHEN unlinked_at IS NULL THEN 0 ELSE 1 END AS isCut
  FROM wave WHERE key_check IS NOT NULL AND key_lost_at IS NULL`

const REPORT = ({ now }: Dialect) => `INSERT INTO survey_instance (id, seen_at, wave_ids)
  VALUES (@id, ${now()}, @waveIds)
  ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, wave_ids = excluded.wave_ids`

const silent = ({ now, milliseconds }: Dialect) => `${milliseconds('seen_at')} < ${milliseconds(now())} - ${SILENT_MS}`

const FORGET = (dialect: Dialect) => `DELETE FROM survey_instance WHERE ${silent(dialect)}`

const RUNNING = (dialect: Dialect) =>
  `SELECT id, wave_ids AS waveIds FROM survey_instance WHERE NOT (${silent(dialect)})`

export function surveyInstances(database: QueryDatabase, waveKeys: WaveKeys): SurveyInstances {
  return {
    report: async (id) => {
      const waves = await database.query.all<WaveRow>(ENCRYPTED)
      for (const { id: waveId, isCut } of waves) if (isCut === 1 && waveKeys.has(waveId)) waveKeys.destroy(waveId)
      const open = waves.filter(({ isCut }) => isCut === 0)
      const present = open.filter((wave) => isPresent(wave, waveKeys))
      await database.writeUnsynced(async (query) => {
        await query.run(REPORT, { id, waveIds: JSON.stringify(present.map((wave) => wave.id)) })
        await query.run(FORGET)
      })
      return open.filter((wave) => !present.includes(wave)).map(({ period }) => period)
    },
    leave: (id) =>
      database.writeUnsynced(
        async (query) => void (await query.run('DELETE FROM survey_instance WHERE id = @id', { id })),
      ),
  }
}

function isPresent(wave: WaveRow, waveKeys: WaveKeys): boolean {
  const key = waveKeys.find(wave.id)
  return key !== null && isKeyOf(key, wave)
}

/** Whether this machine has the keys of all encrypted waves that are open or not unlinked yet. */
export const hasAllWaveKeys = async (query: ReadQuery, waveKeys: WaveKeys): Promise<boolean> =>
  (await query.all<WaveRow>(ENCRYPTED)).every((wave) => wave.isCut === 1 || isPresent(wave, waveKeys))

const running = async (query: ReadQuery): Promise<readonly { readonly id: Id; readonly waveIds: readonly Id[] }[]> =>
  (await query.all<{ id: Id; waveIds: string }>(RUNNING)).map(({ id, waveIds }) => ({
    id,
    waveIds: JSON.parse(waveIds) as Id[],
  }))

/** The running survey instances that have the key of a wave. */
export const holdersOf = async (query: ReadQuery, waveId: Id): Promise<readonly Id[]> =>
  (await running(query)).flatMap(({ id, waveIds }) => (waveIds.includes(waveId) ? [id] : []))

/** Whether a survey instance runs, and every running one has the key of a wave. */
export async function isHeldByAll(query: ReadQuery, waveId: Id): Promise<boolean> {
  const instances = await running(query)
  return instances.length > 0 && instances.every(({ waveIds }) => waveIds.includes(waveId))
}

const UNCONFIRMED = `SELECT id FROM wave
  WHERE status IN ('open', '${TRIAL}') AND key_check IS NOT NULL AND key_present_at IS NULL`

const CONFIRM = 'UPDATE wave SET key_present_at = @at WHERE id = @id AND key_present_at IS NULL'

/**
 * Lets the letters of an encrypted wave leave once every running survey instance has its key, and at least one instance
 * runs: a traveler who follows a link must be able to answer.
 */
export async function confirmWaveKeys(database: QueryDatabase, at: Instant): Promise<void> {
  const waves = await database.query.all<{ id: Id }>(UNCONFIRMED)
  if (waves.length === 0) return
  for (const { id } of waves)
    if (await isHeldByAll(database.query, id))
      await database.write((query) => query.run(CONFIRM, { id, at: new Date(at) }))
}
