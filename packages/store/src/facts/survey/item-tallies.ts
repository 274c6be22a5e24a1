import type { WaveFacts } from '@wayproof/scorecard'
import type { ReadQuery } from '../../engine/query/query.ts'
import type { WaveFrame } from './wave-frame.ts'

// Cell by cell, because the counters of a cell are stored together and those of an item are not.
const ofItem = `
SELECT c.id, t.value, t.count FROM wave w CROSS JOIN cell c CROSS JOIN tally t
WHERE w.id = @waveId AND w.unlinked_at IS NOT NULL AND c.wave_id = w.id
  AND t.wave_id = w.id AND t.cell_id = c.id AND t.item = @item`

interface Tally {
  readonly id: string
  readonly value: string
  readonly count: number
}

/** The answers to a rated item of a wave, in total and by cell; zero before the wave is unlinked. */
export async function itemTallies(
  query: ReadQuery,
  { waveId, item, frame }: { readonly waveId: string; readonly item: string; readonly frame: WaveFrame },
): Promise<Pick<WaveFacts, 'counts' | 'withoutOpinion' | 'cells'>> {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const cells = new Map([...frame.cells].map(([cell, of]) => [cell, { ...of, opinions: 0, satisfied: 0 }]))
  let withoutOpinion = 0
  for (const { id, value, count } of await query.all<Tally>(ofItem, { item, waveId })) {
    const cell = cells.get(id)
    const point = Number(value)
    if (Number.isNaN(point)) withoutOpinion += count
    else counts[point - 1] = (counts[point - 1] ?? 0) + count
    if (cell && point > 0) cell.opinions += count
    if (cell && point > 3) cell.satisfied += count
  }
  return { counts, withoutOpinion, cells: [...cells.values()] }
}
