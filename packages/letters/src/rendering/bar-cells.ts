import { place } from '@wayproof/scorecard/drawing/bullet'
import type { Bar } from '../letter/letter-content.ts'

export type BarPart = 'track' | 'interval' | 'value' | 'target'

export interface BarCell {
  readonly part: BarPart
  readonly width: number
}

export const BAR_WIDTH = 120
const VALUE_WIDTH = 4
const TARGET_WIDTH = 2
/** Cells cannot be distinguished on a short scale, so every bar runs from 0 to 100 %. */
const WHOLE = { low: 0, high: 1 }

/** Draws a bar as table cells, left to right, because every mail program shows cells and not every one shows pictures. */
export function barCells({ value, interval, target }: Bar): readonly BarCell[] {
  const parts = Array.from({ length: BAR_WIDTH }, (): BarPart => 'track')
  const paint = (part: BarPart, from: number, width: number) => {
    const first = Math.min(Math.max(0, Math.round(from)), BAR_WIDTH - width)
    parts.fill(part, first, first + width)
  }
  if (interval) {
    const [lower, upper] = interval.map(placeOf) as [number, number]
    paint('interval', lower, Math.max(1, Math.round(upper - lower)))
  }
  paint('value', placeOf(value) - VALUE_WIDTH / 2, VALUE_WIDTH)
  paint('target', placeOf(target) - TARGET_WIDTH / 2, TARGET_WIDTH)
  const cells: BarCell[] = []
  for (const part of parts) {
    const last = cells.at(-1)
    if (last?.part === part) cells.splice(-1, 1, { part, width: last.width + 1 })
    else cells.push({ part, width: 1 })
  }
  return cells
}

const placeOf = (share: number): number => place(share, WHOLE) * BAR_WIDTH
