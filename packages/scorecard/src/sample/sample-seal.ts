import type { Instant } from '@wayproof/kernel/clock'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import { headOf } from '../closing/seals/seal.ts'
import type { AuditSample, SampleRow } from './audit-sample.ts'
import type { Auditor } from './auditor.ts'
import { drawKeys, frameDigest, type SampleFrame } from './sample-draw.ts'
import type { SampleStatement, SealedSample } from './sealed-sample.ts'

const rowStatement = ({ number, drawn, finding }: SampleRow) => ({
  digest: sha256(canonicalJson({ number, drawn, finding })),
  result: finding?.result ?? null,
})

export interface SampleSealing {
  readonly number: number
  /** Head of the previous sealed sample; empty for the first. */
  readonly previous: string
  readonly chainHead: string
  readonly at: Instant
  readonly by: Auditor
}

export function makeSampleSeal(
  sample: AuditSample,
  { previous, by, at, number, chainHead }: SampleSealing,
): SealedSample {
  const { rows, sealed: _, ...stated } = sample
  const statement = canonicalJson({
    ...stated,
    number,
    chainHead,
    sealedAt: at,
    sealedBy: by,
    rows: rows.map(rowStatement),
  })
  return { number, statement, head: headOf(previous, statement), at, by }
}

export type SampleFault = 'sample-missing' | 'sample-altered' | 'sample-row-missing' | 'result-altered' | 'draw-altered'

/** Parses the statement of a sealed sample; null if its text is not in our format. */
function readSampleStatement({ statement }: Pick<SealedSample, 'statement'>): SampleStatement | null {
  try {
    const sampleStatement = JSON.parse(statement) as SampleStatement
    return typeof sampleStatement.number === 'number' && Array.isArray(sampleStatement.rows) ? sampleStatement : null
  } catch {
    return null
  }
}

/** A sample with its frame; the frame is null once a person in it was deleted on schedule. */
export interface StoredSample {
  readonly sample: AuditSample & { readonly sealed: SealedSample }
  readonly frame: SampleFrame | null
}

/** Faults of a sealed sample that follows the head `previous`. */
export function faultsOfSample({ sample, frame }: StoredSample, previous: string): readonly SampleFault[] {
  const { sealed, rows, ...stored } = sample
  const sampleStatement = readSampleStatement(sealed)
  if (!sampleStatement || headOf(previous, sealed.statement) !== sealed.head) return ['sample-altered']
  const { rows: was, number, chainHead: _, sealedAt, sealedBy, ...sealedDraw } = sampleStatement
  const faults = new Set<SampleFault>()
  const stamps = [
    { number, at: sealedAt, by: sealedBy },
    { number: sealed.number, at: sealed.at, by: sealed.by },
  ]
  if (differ(stamps[0], stamps[1])) faults.add('sample-altered')
  if (differ(sealedDraw, stored) || !drawsThese(sample, frame)) faults.add('draw-altered')
  for (const [index, { digest, result }] of was.entries()) {
    const row = rows.find((each) => each.number === index + 1)
    if (!row) faults.add('sample-row-missing')
    else if (row.finding?.result !== result) faults.add('result-altered')
    else if (row.drawn !== null && rowStatement(row).digest !== digest) faults.add('result-altered')
  }
  return [...faults]
}

const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b)

/** Returns true if seed and frame reproduce the rows; a missing row is another fault. */
function drawsThese({ rows, seed, frameDigest: digest }: AuditSample, frame: SampleFrame | null): boolean {
  if (frame === null) return true
  const size = Math.max(...rows.map(({ number }) => number), 0)
  if (frameDigest(frame) !== digest || size > frame.keys.length) return false
  const keys = size === 0 ? [] : drawKeys(seed, frame, size)
  return rows.every(({ number, drawn: drawnItem }) => drawnItem === null || drawnItem.key === keys[number - 1])
}
