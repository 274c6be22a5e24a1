import type { PeriodKey } from '@wayproof/kernel'
import { sha256 } from '@wayproof/kernel/keyring'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import type { TracedFigure } from './traced-figure.ts'
import { rowsOfSide, type Side, type TracedRow } from './traced-row.ts'

/** Everything a sample could have hit: one side of a figure, as it stood when the sample was drawn. */
export interface SampleFrame {
  readonly period: PeriodKey
  readonly figure: TracedFigure
  readonly side: Side
  /** In the order of their UTF-16 units. */
  readonly keys: readonly string[]
}

export const frameOf = (of: Omit<SampleFrame, 'keys'>, rows: readonly TracedRow[]): SampleFrame => ({
  ...of,
  keys: rowsOfSide(rows, of.side)
    .map(({ key }) => key)
    .sort(),
})

/** SHA-256 of the frame as canonical JSON. */
export const frameDigest = (frame: SampleFrame): string => sha256(canonicalJson(frame))

/** Rows that a sample is proposed to have: all of few, else so many. No error in 25 leaves at most 11.3 % (95 %). */
const PROPOSED = 25

/** One worksheet: what is more is another sample. */
export const MOST_ROWS = 500

export const proposedSize = (rows: number): number => Math.min(rows, PROPOSED)

/**
 * A simple random sample of `size` keys without replacement: those with the smallest SHA-256 of seed, digest of the frame
 * and key, a line each. An auditor with the three draws the same again, with any program that hashes. Throws RangeError when
 * there are not that many.
 */
export function drawKeys(seed: string, frame: SampleFrame, size: number): readonly string[] {
  if (!Number.isInteger(size) || size < 1 || size > frame.keys.length) throw new RangeError(`no sample of ${size}`)
  const digest = frameDigest(frame)
  return frame.keys
    .map((key) => ({ key, rank: sha256(`${seed}\n${digest}\n${key}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ key }) => key)
}
