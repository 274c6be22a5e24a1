import type { FrameMargins } from '@wayproof/scorecard'
import type { ReadQuery } from '../../engine/query/query.ts'

/** The frame that was frozen when a wave opened: the categories of each cell and the number of eligible travelers. */
export interface WaveFrame {
  /** By the cell's id. */
  readonly cells: ReadonlyMap<string, FrameCell>
  readonly margins: FrameMargins | null
}

interface FrameCell {
  readonly categories: Readonly<Record<'tripType' | 'channel' | 'region' | 'language', string>>
  readonly baseWeight: number
}

const cellsOf =
  'SELECT id, trip_type AS tripType, channel, region, language, base_weight AS baseWeight FROM cell WHERE wave_id = @waveId'

const marginsOf = 'SELECT margin, category, eligible FROM frame_margin WHERE wave_id = @waveId'

export async function waveFrame(query: ReadQuery, waveId: string): Promise<WaveFrame> {
  type CellRow = FrameCell['categories'] & { readonly id: string; readonly baseWeight: number }
  const cells = await query.all<CellRow>(cellsOf, { waveId })
  const margins: Record<string, Record<string, number>> = {}
  const counts = await query.all<{ margin: string; category: string; eligible: number }>(marginsOf, { waveId })
  for (const { margin, category, eligible } of counts) {
    margins[margin] = { ...margins[margin], [category]: eligible }
  }
  return {
    cells: new Map(
      cells.map(({ id, tripType, channel, region, language, baseWeight }) => [
        id,
        { categories: { tripType, channel, region, language }, baseWeight },
      ]),
    ),
    margins: counts.length === 0 ? null : margins,
  }
}
