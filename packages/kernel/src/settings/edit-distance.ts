/**
 * Edit distance between two names: insertions, deletions, substitutions and swaps of neighbors (optimal string
 * alignment).
 */
export function editDistance(left: string, right: string): number {
  let rowBeforeLast: number[] = []
  let previousRow = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const currentRow = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const substituted = (previousRow[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
          ? (rowBeforeLast[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      currentRow.push(Math.min(substituted, swapped, (previousRow[column] ?? 0) + 1, (currentRow[column - 1] ?? 0) + 1))
    }
    rowBeforeLast = previousRow
    previousRow = currentRow
  }
  return previousRow[right.length] ?? 0
}

/** Whether two names are at most `most` edits apart. Most pairs differ by more in length alone, which is compared first. */
export const isWithinEdits = (left: string, right: string, most: number): boolean =>
  Math.abs(left.length - right.length) <= most && editDistance(left, right) <= most
