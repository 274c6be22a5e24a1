import { fewestCounted } from '@wayproof/survey/disclosure/theme-counts'
import { MARGINS, type Margin } from '../breakdown/margin.ts'

interface Categorized {
  readonly categories: Readonly<Record<Margin, string>>
}

/** A cell with its opinions on one item, and those of them that the item's share counts. */
export interface BlockCell extends Categorized {
  /** People asked: fixed when the wave opened, so it depends on no answer. */
  readonly invited: number
  readonly opinions: number
  readonly counted: number
}

/**
 * Margins by which an item is published. They divide everybody into blocks, and no figure of the item is finer than a
 * block. Each block has enough opinions and not only one. Margins are added in an order that depends on no answer, up to
 * the first that would leave a block too small or unanimous. So the blocks of all items are nested, and within a block of
 * the finest any people may be exchanged between cells without a change of any figure.
 */
export function publishedMargins(cells: readonly BlockCell[], smallestGroup: number): readonly Margin[] {
  const fewest = fewestCounted(smallestGroup)
  const order = marginOrder(cells)
  const failing = order.findIndex((_, place) => !isPublishable(blocksBy(cells, order.slice(0, place + 1)), fewest))
  return failing < 0 ? order : order.slice(0, failing)
}

/** Divides cells by their categories of some margins. */
export function blocksBy<C extends Categorized>(
  cells: readonly C[],
  margins: readonly Margin[],
): readonly (readonly C[])[] {
  const nameOf = ({ categories }: C) => JSON.stringify(margins.map((margin) => categories[margin]))
  return [...Map.groupBy(cells, nameOf).values()]
}

function isPublishable(blocks: readonly (readonly BlockCell[])[], fewest: number): boolean {
  return blocks.every((block) => {
    const [opinions, counted] = [sumOf(block, 'opinions'), sumOf(block, 'counted')]
    return opinions >= fewest && counted > 0 && counted < opinions
  })
}

/** Margins whose smallest category has the most people asked come first. */
function marginOrder(cells: readonly BlockCell[]): readonly Margin[] {
  const smallest = new Map(
    MARGINS.map((margin) => [margin, Math.min(...blocksBy(cells, [margin]).map((block) => sumOf(block, 'invited')))]),
  )
  return MARGINS.toSorted((a, b) => (smallest.get(b) ?? 0) - (smallest.get(a) ?? 0))
}

const sumOf = (cells: readonly BlockCell[], count: 'invited' | 'opinions' | 'counted'): number =>
  cells.reduce((sum, cell) => sum + cell[count], 0)
