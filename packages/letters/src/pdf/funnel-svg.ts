import { rungShares } from '@wayproof/scorecard/drawing/rung-shares'
import { accent, ink, soft } from '../rendering/letter-theme.ts'
import { TRACK } from '../rendering/status-colour.ts'
import { at, svgOf, textAt } from './svg-text.ts'

export interface Rung {
  readonly label: string
  readonly count: number
  /** The count as it is read. */
  readonly text: string
}

const WIDTH = 500
const ROW = 22
const LABEL = 150
const COUNT = 70

/** Counts that come one from the other, as bars against the largest. */
export function funnelSvg(rungs: readonly Rung[]): string {
  const shares = rungShares(rungs.map(({ count }) => count))
  const track = WIDTH - LABEL - COUNT
  const rows = rungs.map(({ label, text }, i) => {
    const y = i * ROW
    return [
      textAt(label, { x: 0, y: y + 15, size: 9.5, fill: soft }),
      `<rect x="${LABEL}" y="${y + 6}" width="${track}" height="10" rx="3" fill="${TRACK}"/>`,
      `<rect x="${LABEL}" y="${y + 6}" width="${at((shares[i] ?? 0) * track)}" height="10" rx="3" fill="${accent}"/>`,
      textAt(text, { x: WIDTH, y: y + 15, size: 9.5, fill: ink, anchor: 'end' }),
    ].join('')
  })
  return svgOf(WIDTH, rungs.length * ROW, rows)
}
