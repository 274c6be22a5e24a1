import type { ReadQuery } from '@wayproof/database/query/query'
import { ratingCountedAs } from '@wayproof/forms/questionnaire/answer-shares'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { publishedMargins } from '../../disclosure/blocks.ts'
import type { WaveFacts } from '../../facts.ts'
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

/**
 * The answers to a rated item of a wave, in total and by block, with the margins for weighting the blocks. Zero before
 * the wave is unlinked; `rated` is null if the scale of the item names no satisfied points.
 */
export async function itemTallies(
  query: ReadQuery,
  {
    waveId,
    item,
    frame,
    questionnaire,
  }: {
    readonly waveId: string
    readonly item: string
    readonly frame: WaveFrame
    readonly questionnaire: Questionnaire
  },
): Promise<Pick<WaveFacts, 'rated' | 'cells' | 'margins' | 'withoutOpinion'>> {
  const countedAs = ratingCountedAs(questionnaire, item)
  if (!countedAs) return { rated: null, withoutOpinion: 0, cells: [], margins: null }
  const rated = { numerator: 0, denominator: 0 }
  const cells = new Map(frame.cells.map((cell) => [cell.id, { ...cell, opinions: 0, counted: 0 }]))
  let withoutOpinion = 0
  for (const { id, value, count } of await query.all<Tally>(ofItem, { item, waveId })) {
    const cell = cells.get(id)
    const counted = countedAs.get(value)
    if (counted === 'without-opinion') withoutOpinion += count
    if (counted !== 'in' && counted !== 'beside') continue
    const satisfied = counted === 'in' ? count : 0
    rated.denominator += count
    rated.numerator += satisfied
    if (cell) cell.opinions += count
    if (cell) cell.counted += satisfied
  }
  const { blocks, margins } = frame.blocksBy(publishedMargins([...cells.values()], frame.smallestGroup))
  const sum = (ids: readonly string[], count: 'opinions' | 'counted') =>
    ids.reduce((total, id) => total + (cells.get(id)?.[count] ?? 0), 0)
  return {
    rated,
    withoutOpinion,
    cells: blocks.map(({ cells: ids, categories, baseWeight }) => {
      return { categories, baseWeight, opinions: sum(ids, 'opinions'), satisfied: sum(ids, 'counted') }
    }),
    margins,
  }
}
