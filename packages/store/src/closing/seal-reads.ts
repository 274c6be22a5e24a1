import type { PeriodKey } from '@wayproof/kernel'
import type { VerifyPorts } from '@wayproof/scorecard'
import { readConfirmedSettings } from '../rule-changes/confirmed-changes.ts'
import type { ReadSql } from '../sqlite/sql.ts'
import { changesSince, proofsStand } from './changes-since.ts'
import { evidenceOf } from './evidence-digests.ts'
import { type SealRow, sealOf } from './seal-row.ts'

const CLOSED = `SELECT period, version FROM period_freeze WHERE outcome = 'closed' ORDER BY ended_at, version`

/** What it takes to verify the chain of seals. `snapshot` reads at one moment. */
export function sealReads(snapshot: <T>(work: (read: ReadSql) => T) => T): VerifyPorts['closing'] {
  return {
    seals: async () => snapshot((read) => read<SealRow>('SELECT * FROM seal ORDER BY number').all().map(sealOf)),
    evidence: async (period) => snapshot((read) => evidenceOf(read, period)),
    changesSince: async (at, proof) => snapshot((read) => changesSince(read, at, proof)),
    proofsHold: async (last) => snapshot((read) => proofsStand(read, last)),
    confirmedSettings: async () => snapshot(readConfirmedSettings),
    closedVersions: async () => snapshot((read) => read<{ period: PeriodKey; version: number }>(CLOSED).all()),
  }
}
