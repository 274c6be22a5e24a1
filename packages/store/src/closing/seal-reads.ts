import type { PeriodKey } from '@wayproof/kernel'
import type { VerifyPorts } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sql.ts'
import { readConfirmedSettings } from '../rules/confirmed-changes.ts'
import { changesSince, proofsStand } from './changes-since.ts'
import { evidenceOf } from './evidence-digests.ts'
import { deletedMissing, keptMissing } from './missing-rows.ts'
import { pagesUpTo } from './pages-evidence.ts'
import { frameOfSample, type SampleRecord, sampleOf } from './sample-row.ts'
import { type SealRow, sealOf } from './seal-row.ts'

const CLOSED = `SELECT period, version FROM period_freeze WHERE outcome = 'closed' ORDER BY ended_at, version`

const DELETED = `SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place IN ('audit_sample', 'audit_sample_row')`

function keptSamples(read: ReadSql) {
  const rows = read<SampleRecord>('SELECT * FROM audit_sample WHERE seal_number IS NOT NULL ORDER BY seal_number').all()
  const kept = rows.flatMap((row) => {
    const { sealed, ...sample } = sampleOf(read, row)
    return sealed ? [{ sample: { ...sample, sealed }, frame: frameOfSample(row) }] : []
  })
  return { kept, deleted: read<{ n: number }>(DELETED).get()?.n ?? 0 }
}

/** What it takes to verify the chain of seals. `snapshot` reads at one moment. */
export function sealReads(snapshot: <T>(work: (read: ReadSql) => T) => T): VerifyPorts['closing'] {
  return {
    seals: async () => snapshot((read) => read<SealRow>('SELECT * FROM seal ORDER BY number').all().map(sealOf)),
    evidence: async (period) => snapshot((read) => evidenceOf(read, period)),
    pagesUpTo: async (lastProof) => snapshot((read) => pagesUpTo(read, lastProof)),
    changesSince: async (sealed, registers) => snapshot((read) => changesSince(read, sealed, registers)),
    proofsHold: async (last) => snapshot((read) => proofsStand(read, last)),
    confirmedSettings: async () => snapshot(readConfirmedSettings),
    samples: async () => snapshot(keptSamples),
    missing: async (version, list) => snapshot((read) => keptMissing(read, version, list)),
    deletedMissing: async () => snapshot(deletedMissing),
    closedVersions: async () => snapshot((read) => read<{ period: PeriodKey; version: number }>(CLOSED).all()),
  }
}
