import type { Margin } from '../breakdown/margin.ts'
import { blocksBy } from '../disclosure/blocks.ts'
import type { FrameMargins, SatisfactionCell } from '../facts.ts'

/** A cell as frozen when its wave opened. */
export interface FrameCell {
  readonly id: string
  readonly categories: Readonly<Record<Margin, string>>
  /** 1 / probability of invitation. */
  readonly baseWeight: number
  /** People asked. */
  readonly invited: number
}

export interface Frame {
  readonly cells: readonly FrameCell[]
  /** Null for a wave opened before they were stored. */
  readonly margins: FrameMargins | null
}

/** A frame in which the cells of a block are one, so that a weight reveals nothing about a part of a block. */
export interface FrameBlocks {
  readonly blocks: readonly (Pick<SatisfactionCell, 'categories' | 'baseWeight'> & {
    /** IDs of its cells. */
    readonly cells: readonly string[]
  })[]
  readonly margins: FrameMargins | null
}

/** Merges the cells of a frame that agree on the published margins. A block weighs the mean of the people asked. */
export function frameBlocks({ cells, margins }: Frame, published: readonly Margin[]): FrameBlocks {
  const isPublished = ([margin]: readonly [string, unknown]) => published.some((each) => each === margin)
  return {
    blocks: blocksBy(cells, published).map((block) => ({
      cells: block.map(({ id }) => id),
      categories: Object.fromEntries(Object.entries(block[0]?.categories ?? {}).filter(isPublished)),
      baseWeight: meanWeight(block),
    })),
    margins: margins && Object.fromEntries(Object.entries(margins).filter(isPublished)),
  }
}

function meanWeight(block: readonly FrameCell[]): number {
  const [only] = block
  if (only && block.length === 1) return only.baseWeight
  const invited = block.reduce((sum, cell) => sum + cell.invited, 0)
  return block.reduce((sum, cell) => sum + cell.baseWeight * cell.invited, 0) / invited
}
