import type { ReadQuery } from '@wayproof/database/query/query'
import type { Margin } from '../../breakdown/margin.ts'
import type { FrameMargins } from '../../facts.ts'
import { type FrameBlocks, type FrameCell, frameBlocks } from '../../satisfaction/frame-blocks.ts'

/** The frame that was frozen when a wave opened: the categories of each cell and the number of eligible travelers. */
export interface WaveFrame {
  readonly cells: readonly FrameCell[]
  /** Sealed when the wave opened. */
  readonly smallestGroup: number
  /** The frame merged to the blocks of some margins; equal margins return the same object. */
  readonly blocksBy: (published: readonly Margin[]) => FrameBlocks
}

const cellsOf = `SELECT id, trip_type AS tripType, channel, region, language, invited_count AS invited, base_weight AS baseWeight
FROM cell WHERE wave_id = @waveId`

const marginsOf = 'SELECT margin, category, eligible FROM frame_margin WHERE wave_id = @waveId'

const smallestGroupOf = 'SELECT smallest_group AS smallestGroup FROM wave WHERE id = @waveId'

export async function waveFrame(query: ReadQuery, waveId: string): Promise<WaveFrame> {
  type CellRow = FrameCell['categories'] & Omit<FrameCell, 'categories'>
  const rows = await query.all<CellRow>(cellsOf, { waveId })
  const cells = rows.map(({ id, invited, baseWeight, ...categories }) => ({ id, invited, baseWeight, categories }))
  const counts = await query.all<{ margin: string; category: string; eligible: number }>(marginsOf, { waveId })
  const margins = counts.length === 0 ? null : marginsFrom(counts)
  const sealed = await query.get<{ smallestGroup: number }>(smallestGroupOf, { waveId })
  const merged = new Map<string, FrameBlocks>()
  return {
    cells,
    smallestGroup: sealed?.smallestGroup ?? 0,
    blocksBy: (published) => {
      const key = published.join()
      const blocks = merged.get(key) ?? frameBlocks({ cells, margins }, published)
      merged.set(key, blocks)
      return blocks
    },
  }
}

function marginsFrom(counts: readonly { margin: string; category: string; eligible: number }[]): FrameMargins {
  const margins: Record<string, Record<string, number>> = {}
  for (const { margin, category, eligible } of counts) {
    margins[margin] = { ...margins[margin], [category]: eligible }
  }
  return margins
}
