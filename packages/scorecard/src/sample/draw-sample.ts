import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { HalfYearFault } from '../build-scorecard.ts'
import type { AuditSample } from './audit-sample.ts'
import type { Auditor } from './auditor.ts'
import type { SamplePorts } from './ports.ts'
import { drawKeys, frameDigest, frameOf, MOST_ROWS } from './sample-draw.ts'
import { traceFigure } from './trace-figure.ts'
import type { TracedFigure } from './traced-figure.ts'
import type { Side } from './traced-row.ts'

export interface DrawSample {
  readonly figure: TracedFigure
  readonly period: PeriodKey
  readonly side: Side
  readonly size: number
  readonly by: Auditor
}

export type DrawFault = HalfYearFault | { readonly code: 'nothing-to-draw' | 'sample-size' }

const RANDOM_BYTES = 16

/**
 * Draws rows from one side of a figure. The current rows are the frame and are stored with the sample, so a running
 * half-year can be sampled too. The machine chooses the seed, so nobody can redraw until the rows suit them without
 * each attempt being recorded.
 */
export async function drawSample(
  ports: SamplePorts,
  { figure, period, side, size, by }: DrawSample,
): Promise<Outcome<AuditSample, DrawFault>> {
  const { clock, ids, tokens, samples } = ports
  const drawnAt = clock.now()
  const trace = await traceFigure(ports, { figure, period })
  if (!trace.ok) return trace
  const { rows, total, published } = trace.value
  const frame = frameOf({ figure, period, side }, rows)
  if (frame.keys.length === 0) return fail('nothing-to-draw')
  if (!Number.isInteger(size) || size < 1 || size > Math.min(frame.keys.length, MOST_ROWS)) {
    return fail('sample-size')
  }
  const random = () => Buffer.from(tokens.bytes(RANDOM_BYTES)).toString('hex')
  const seed = random()
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const tracedRows = drawKeys(seed, frame, size).flatMap((key) => byKey.get(key) ?? [])
  const sample: AuditSample = {
    id: ids.next(),
    ...{ period, figure, side, seed, total, published, drawnAt },
    frameDigest: frameDigest(frame),
    frameSize: frame.keys.length,
    drawnBy: by,
    rows: tracedRows.map(({ key, label, places }, index) => ({
      number: index + 1,
      drawn: { key, label, places, salt: random() },
      finding: null,
      revision: 0,
    })),
    sealed: null,
  }
  await samples.add(sample, frame)
  return ok(sample)
}
