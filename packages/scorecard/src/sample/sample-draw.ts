import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import type { TracedFigure } from './traced-figure.ts'
import { rowsOfSide, type Side, type TracedRow } from './traced-row.ts'

/** The frame of a sample: one side of a figure at the time of drawing. */
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

/**
 * Proposed sample size, or all rows if there are fewer. 25 rows without an error bound the error share at 11.3 % (95
 * %).
 */
const PROPOSED = 25

/** Most rows of one worksheet; more rows need another sample. */
export const MOST_ROWS = 500

export const proposedSize = (rows: number): number => Math.min(rows, PROPOSED)

/**
 * A simple random sample of `size` keys without replacement: those with the smallest SHA-256 of seed, digest of the
 * frame and key, one per line. An auditor can reproduce it with any program that computes SHA-256. Throws RangeError if
 * there are too few keys.
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
