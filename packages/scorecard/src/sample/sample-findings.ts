import { headCode } from '../closing/seals/head-code.ts'
import { NO_HEAD } from '../closing/seals/seal.ts'
import type { SampleFinding } from '../closing/seals/seal-finding.ts'
import { faultsOfSample, type StoredSample } from './sample-seal.ts'

/**
 * Faults of the sealed samples; `deleted` is the number of rows and frames deleted with proof, and no more may be
 * missing.
 */
export function sampleFindings(samples: readonly StoredSample[], deleted: number): readonly SampleFinding[] {
  const findings: SampleFinding[] = []
  let previous = NO_HEAD
  let gone = 0
  for (const keptSample of samples) {
    const { sealed, period, figure, rows } = keptSample.sample
    for (let number = findings.length + 1; number < sealed.number; number += 1)
      findings.push({ number, of: null, faults: ['sample-missing'] })
    const faults = new Set(faultsOfSample(keptSample, previous))
    gone += rows.filter((row) => row.drawn === null).length + (keptSample.frame === null ? 1 : 0)
    if (gone > deleted) faults.add('sample-row-missing')
    const code = /^[0-9a-f]{64}$/.test(sealed.head) ? headCode(sealed.head) : ''
    findings.push({ number: sealed.number, of: { period, figure, code }, faults: [...faults] })
    previous = sealed.head
  }
  return findings
}
