import type { SourceRow } from './source-row.ts'

/** Most rows of a title above the headings. */
export const MOST_TITLE_ROWS = 5

/** Says whether at most one cell of a row has a value, as in a title. */
export const isSingleCell = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.trim() !== '').length <= 1

/**
 * Leaves out the title of a table: up to five rows of a single cell above the first row with several. A first row that
 * `fits` is the headings.
 */
export async function* skipTitle(
  pieces: AsyncIterable<readonly SourceRow[]>,
  fits: (headings: readonly string[]) => boolean,
): AsyncGenerator<readonly SourceRow[]> {
  let firstRows: readonly SourceRow[] | null = []
  for await (const piece of pieces) {
    if (firstRows === null) {
      yield piece
      continue
    }
    firstRows = [...firstRows, ...piece]
    if (firstRows.length <= MOST_TITLE_ROWS && firstRows.every(({ cells }) => isSingleCell(cells))) continue
    yield fromHeadings(firstRows, fits)
    firstRows = null
  }
  if (firstRows !== null) yield firstRows
}

function fromHeadings(
  rows: readonly SourceRow[],
  fits: (headings: readonly string[]) => boolean,
): readonly SourceRow[] {
  const place = rows.findIndex(({ cells }) => !isSingleCell(cells))
  const [first] = rows
  return place > MOST_TITLE_ROWS || !first || fits(first.cells) ? rows : rows.slice(Math.max(0, place))
}
