import type { PeriodKey } from '@wayproof/kernel'
import type { VerifyPorts } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { sqliteReads } from '../engine/sqlite/sqlite-query.ts'
import type { Seal } from '../generated/client.ts'
import { readConfirmedSettings } from '../rules/confirmed-changes.ts'
import { changesSince, proofsStand } from './changes-since.ts'
import { evidenceOf } from './evidence-digests.ts'
import { deletedMissing, keptMissing } from './missing-rows.ts'
import { pagesUpTo } from './pages-evidence.ts'
import { frameOfSample, type SampleRecord, sampleOf } from './sample-row.ts'
import { sealOf } from './seal-row.ts'

const CLOSED = `SELECT period, version FROM period_freeze WHERE outcome = 'closed' ORDER BY ended_at, version`

const SEALED = 'SELECT * FROM audit_sample WHERE seal_number IS NOT NULL ORDER BY seal_number'

const DELETED = `SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place IN ('audit_sample', 'audit_sample_row')`

/** Samples are read with SQL, because `verify` opens a file without Prisma Client and changes nothing in it. */
function keptSamples(read: ReadSql) {
  const rowsOf = read<object>('SELECT * FROM audit_sample_row WHERE sample_id = ? ORDER BY number')
  const samples = read<{ id: string }>(SEALED).all()
  const kept = samples.flatMap((row) => {
    const record = inCamelCase<Omit<SampleRecord, 'rows'> & { readonly frame: string | null }>(row)
    const rows = rowsOf.all(row.id).map((each) => inCamelCase<SampleRecord['rows'][number]>(each))
    const { sealed, ...sample } = sampleOf({ ...record, rows })
    return sealed ? [{ sample: { ...sample, sealed }, frame: frameOfSample(record) }] : []
  })
  return { kept, deleted: read<{ n: number }>(DELETED).get()?.n ?? 0 }
}

/** Names the columns of a row as Prisma Client does. */
const inCamelCase = <T>(row: object): T =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_./g, (end) => end.slice(1).toUpperCase()), value]),
  ) as T

/**
 * What it takes to verify the chain of seals. `snapshot` reads at one moment, with SQL, because `verify` opens a file without
 * Prisma Client.
 */
export function sealReads(snapshot: <T>(work: (read: ReadSql) => T) => T): VerifyPorts['closing'] {
  return {
    seals: async () => snapshot((read) => read<Seal>('SELECT * FROM seal ORDER BY number').all().map(sealOf)),
    evidence: async (period) => snapshot((read) => evidenceOf(read, period)),
    pagesUpTo: async (lastProof) => snapshot((read) => pagesUpTo(read, lastProof)),
    changesSince: async (sealed, registers) => snapshot((read) => changesSince(read, sealed, registers)),
    proofsHold: (last) => snapshot((read) => proofsStand(sqliteReads(read), last)),
    // The statement runs before the snapshot ends.
    confirmedSettings: () => snapshot((read) => readConfirmedSettings(sqliteReads(read))),
    samples: async () => snapshot(keptSamples),
    missing: async (version, list) => snapshot((read) => keptMissing(read, version, list)),
    deletedMissing: async () => snapshot(deletedMissing),
    closedVersions: async () => snapshot((read) => read<{ period: PeriodKey; version: number }>(CLOSED).all()),
  }
}
