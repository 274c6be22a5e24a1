import type { Seal } from '@wayproof/database/generated/client'
import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { readConfirmedSettings } from '../../facts/confirmed-changes.ts'
import { frameOfSample, type SampleRecord, sampleOf } from '../sample-row.ts'
import { sealOf } from '../seal-row.ts'
import type { VerifyPorts } from '../seals/verify-seals.ts'
import { changesSince, proofsStand } from './changes-since.ts'
import { evidenceOf } from './evidence-digests.ts'
import { deletedMissing, sealedMissing } from './missing-rows.ts'
import { pagesUpTo } from './pages-evidence.ts'

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
