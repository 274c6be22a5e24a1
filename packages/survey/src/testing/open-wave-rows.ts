import type { Dialect } from '@wayproof/database/query/dialect'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { WaveStatus } from '../waves/wave.ts'

export const OPENED_AT = Date.UTC(2026, 6, 1)
export const CLOSES_AT = Date.UTC(2026, 7, 1)
const CELL = 'cell'

const QUESTIONNAIRE = `INSERT INTO questionnaire (id, version, definition, published_at)
  VALUES (@id, @version, @definition, @at) ON CONFLICT (id, version) DO NOTHING`

const WAVE = `INSERT INTO wave (id, period, status, mode, questionnaire_id, questionnaire_version, rule_version,
    minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
    sealed_closes_at, first_reminder_days, last_reminder_days, letter_limit, checklist)
  VALUES (@id, @id, @status, 'census', @questionnaire, @version, '1', 100, 5, @people, @people, @people, '{}', @opened,
    @closes, @closes, 7, 14, 3, '{}')`

const INVITATIONS = ({
  listed,
}: Dialect) => `INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
  SELECT value, @waveId, value, @cellId, 0, false FROM ${listed('@ids')}`

interface OpenWave {
  /** The period, which is also the id. */
  readonly period?: string
  readonly people: number
  readonly status?: WaveStatus
  readonly closesAt?: number
}

/** Writes the rows of a wave and its invitations to a database of either engine. Returns the ids of the invitations. */
export async function openWaveRows(
  database: QueryDatabase,
  { period = '2026-H1', people, status = 'open', closesAt = CLOSES_AT }: OpenWave,
): Promise<readonly [string, ...string[]]> {
  const { id: questionnaire, version } = DEFAULT_QUESTIONNAIRE
  const definition = JSON.stringify(DEFAULT_QUESTIONNAIRE)
  const ids = Array.from({ length: people }, (_, n) => `${period}-${String(n).padStart(5, '0')}`)
  await database.write(async (query) => {
    const [opened, closes] = [new Date(OPENED_AT), new Date(closesAt)]
    await query.run(QUESTIONNAIRE, { id: questionnaire, version, definition, at: opened })
    await query.run(WAVE, { id: period, status, questionnaire, version, people, opened, closes })
    await query.run(INVITATIONS, { ids, waveId: period, cellId: CELL })
  })
  return ids as [string, ...string[]]
}
