import type { Seal } from '@wayproof/database/generated/client'
import type { ColumnType, TypedColumn } from '@wayproof/database/query/dialect'
import type { ReadQuery, SnapshotQuery, Statement } from '@wayproof/database/query/query'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import { readQuestionnaire } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { readConfirmedSettings } from '../../facts/confirmed-changes.ts'
import { frameOfSample, type SampleRecord, sampleOf } from '../sample-row.ts'
import { sealOf } from '../seal-row.ts'
import type { AskedWave, Evidence, PagesEvidence, WaveEvidence } from '../seals/sealed-parts.ts'
import type { VerifyPorts } from '../seals/verify-seals.ts'
import { changesSince, proofsStand } from './changes-since.ts'
import { deletedMissing, sealedMissing } from './missing-rows.ts'
import { rowsDigest } from './rows-digest.ts'

const CLOSED = `SELECT period, version FROM period_freeze WHERE outcome = 'closed' ORDER BY ended_at, version`

const SAMPLES = 'SELECT * FROM audit_sample WHERE seal_number IS NOT NULL ORDER BY seal_number'

const ROWS = `SELECT * FROM audit_sample_row
  WHERE sample_id IN (SELECT id FROM audit_sample WHERE seal_number IS NOT NULL) ORDER BY number`

const DELETED = `SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place IN ('audit_sample', 'audit_sample_row')`

/** Samples are read with SQL, because `verify` opens a file without Prisma Client and changes nothing in it. */
async function sealedSamples(query: ReadQuery) {
  const samples = await query.all<{ id: string }>(SAMPLES)
  const rows = Map.groupBy(await query.all<{ sample_id: string }>(ROWS), ({ sample_id }) => sample_id)
  const storedSamples = samples.flatMap((row) => {
    const record = inCamelCase<Omit<SampleRecord, 'rows'> & { readonly frame: string | null }>(row)
    const ofSample = (rows.get(row.id) ?? []).map((each) => inCamelCase<SampleRecord['rows'][number]>(each))
    const { sealed, ...sample } = sampleOf({ ...record, rows: ofSample })
    return sealed ? [{ sample: { ...sample, sealed }, frame: frameOfSample(record) }] : []
  })
  return { kept: storedSamples, deleted: (await query.get<{ n: number }>(DELETED))?.n ?? 0 }
}

/** Renames the columns of a row as Prisma Client does. */
const inCamelCase = <T>(row: object): T =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_./g, (end) => end.slice(1).toUpperCase()), value]),
  ) as T

/**
 * Reads the data that verify the chain of seals. `snapshot` reads as of one moment, with SQL, because `verify` opens a
 * file without Prisma Client.
 */
export function sealReads(
  snapshot: <T>(work: (query: SnapshotQuery) => Promise<T>) => Promise<T>,
): VerifyPorts['closing'] {
  return {
    seals: () => snapshot(async (query) => (await query.all<Seal>('SELECT * FROM seal ORDER BY number')).map(sealOf)),
    evidence: (period) => snapshot((query) => evidenceOf(query, period)),
    pagesUpTo: (lastProof) => snapshot((query) => pagesUpTo(query, lastProof)),
    changesSince: (sealed, registers) => snapshot((query) => changesSince(query, sealed, registers)),
    proofsHold: (last) => snapshot((query) => proofsStand(query, last)),
    confirmedSettings: () => snapshot((query) => readConfirmedSettings(query)),
    samples: () => snapshot(sealedSamples),
    missing: (version, list) => snapshot((query) => sealedMissing(query, version, list)),
    deletedMissing: () => snapshot(deletedMissing),
    closedVersions: () => snapshot((query) => query.all<{ period: PeriodKey; version: number }>(CLOSED)),
  }
}

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

const columns = (type: ColumnType, ...names: readonly string[]): readonly TypedColumn[] =>
  names.map((name) => ({ name, type }))

/** The digest of a proof ignores whether its bytes are still stored, because those of old proofs are deleted. */
const PROOFS = {
  from: '(SELECT * FROM policy_proof WHERE number <= @lastProof)',
  key: columns('integer', 'number'),
  values: [
    ...columns('text', 'id', 'surface_id', 'language'),
    ...columns('instant', 'at'),
    ...columns('text', 'checked_on', 'outcome', 'url', 'connected_to'),
    ...columns('integer', 'status'),
    ...columns('text', 'content_type', 'redirected_to'),
    ...columns('integer', 'size'),
    ...columns('text', 'digest', 'version', 'nearest_version'),
    ...columns('integer', 'nearest_letters', 'nearest_of'),
    ...columns('text', 'lacks'),
  ],
}

/** A text that was found is never replaced; its author may be deleted. */
const TEXTS = {
  from: `(SELECT * FROM policy_text WHERE (version, language) IN (
    SELECT version, language FROM policy_proof WHERE number <= @lastProof))`,
  key: columns('text', 'version', 'language'),
  values: [...columns('text', 'text', 'digest'), ...columns('instant', 'added_at')],
}

/** Digests of the watcher's proofs up to a number, and of the texts that they found. */
const pagesUpTo = async (query: SnapshotQuery, lastProof: number): Promise<PagesEvidence> => ({
  lastProof,
  proofs: await rowsDigest(query, PROOFS, { lastProof }),
  texts: await rowsDigest(query, TEXTS, { lastProof }),
})

const LAST = 'SELECT max(number) AS last FROM policy_proof'

/** All proofs so far. */
const pagesSoFar = async (query: SnapshotQuery): Promise<PagesEvidence> =>
  pagesUpTo(query, (await query.get<{ last: number | null }>(LAST))?.last ?? 0)
