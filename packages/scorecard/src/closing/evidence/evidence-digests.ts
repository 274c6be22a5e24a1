import type { SnapshotQuery, Statement } from '@wayproof/database/query/query'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import { readQuestionnaire } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { AskedWave, Evidence, WaveEvidence } from '../seals/sealed-parts.ts'
import { pagesSoFar } from './pages-evidence.ts'
import { rowsDigest } from './rows-digest.ts'

const TALLIES = {
  from: '(SELECT * FROM tally WHERE wave_id = @waveId)',
  key: ['wave_id', 'cell_id', 'item', 'value'].map((name) => ({ name, type: 'text' as const })),
  values: [{ name: 'count', type: 'integer' as const }],
}

const FILES: Statement = ({ oneOf }) => `SELECT id, register, row_count AS rows, digest FROM import_file
  WHERE ${oneOf('register', '@registers')} ORDER BY imported_at, id`

const LAST_CHANGE = 'SELECT max(number) AS number FROM register_change'

const LAST_DELETION = 'SELECT number, digest FROM deletion_proof ORDER BY number DESC LIMIT 1'

const LAST_SAMPLE = `SELECT seal_number AS number, head FROM audit_sample
  WHERE seal_number IS NOT NULL ORDER BY seal_number DESC LIMIT 1`

/** Digests of the evidence from which the figures of a half-year are counted. Reads every register once. */
export async function evidenceOf(query: SnapshotQuery, period: PeriodKey): Promise<Evidence> {
  const registers: Evidence['registers'][number][] = []
  for (const [register, { table, key, columns }] of Object.entries(registerTables)) {
    const [keys, values] = [columns.slice(0, key.length), columns.slice(key.length)]
    registers.push({ register, ...(await rowsDigest(query, { from: `"${table}"`, key: keys, values })) })
  }
  const files = await query.all<Evidence['files'][number]>(FILES, { registers: Object.keys(registerTables) })
  const changed = await query.get<{ number: number | null }>(LAST_CHANGE)
  const last = await query.get<{ number: number; digest: string }>(LAST_DELETION)
  const sampled = await query.get<{ number: number; head: string }>(LAST_SAMPLE)
  return {
    registers,
    files,
    lastChange: changed?.number ?? 0,
    pages: await pagesSoFar(query),
    wave: await waveOf(query, period),
    deletions: last ?? { number: 0, digest: '' },
    samples: sampled ?? { number: 0, head: '' },
  }
}

interface WaveRow {
  readonly id: string
  readonly answered: number
  readonly questionnaire: string
  readonly ruleVersion: string
  readonly mergeMap: string
  readonly questionnaire_id: string
  readonly questionnaire_version: number
  readonly openedAt: number
  readonly closesAt: number
  readonly skipped: number
  readonly eligible: number
}

/** The question that the goal judges. */
const HEADLINE = 'overall'

const WAVE = `SELECT id, answered_count AS answered, rule_version AS ruleVersion, merge_map AS mergeMap,
    questionnaire_id || ' ' || questionnaire_version AS questionnaire, questionnaire_id, questionnaire_version,
    opened_at AS openedAt, closes_at AS closesAt, frame_count AS eligible,
    (SELECT coalesce(sum(count), 0) FROM wave_skip WHERE wave_id = wave.id AND stage = 'invitation') AS skipped
  FROM wave WHERE period = @period AND status <> 'open'`

async function waveOf(query: SnapshotQuery, period: PeriodKey): Promise<WaveEvidence | null> {
  const wave = await query.get<WaveRow>(WAVE, { period })
  if (!wave) return null
  const { id, answered, questionnaire, ruleVersion, mergeMap, openedAt, closesAt, skipped, eligible } = wave
  const { rows, digest } = await rowsDigest(query, TALLIES, { waveId: id })
  const question = questionOf(await readQuestionnaire(query, wave))
  const asked = { question, openedAt, closesAt, travelers: eligible + skipped, eligible }
  return { answered, questionnaire, ruleVersion, mergeMap, counters: rows, digest, asked }
}

function questionOf({ items, scales }: Questionnaire): AskedWave['question'] {
  const item = items.find(({ id, type }) => id === HEADLINE && type === 'scale')
  const scale = item?.type === 'scale' ? scales[item.scale] : undefined
  if (!item || !scale) return null
  const satisfied = satisfiedPoints(scale)
  const points = scale.points
    .toSorted((a, b) => a.value - b.value)
    .map((point) => ({ text: inBoth(point), isSatisfied: satisfied.includes(point.value) }))
  return { text: inBoth(item), points }
}

const inBoth = ({ 'zh-CN': zh, en }: LocalText): LocalText => ({ 'zh-CN': zh, en })
