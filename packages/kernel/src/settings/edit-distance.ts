/**
 * Edit distance between two names: insertions, deletions, substitutions and swaps of neighbors (optimal string
 * alignment). Infinite for more than `most`, which is found out without comparing the rest.
 */
export function editDistance(left: string, right: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(left.length - right.length) > most) return Number.POSITIVE_INFINITY
  const far = Number.POSITIVE_INFINITY
  let rowBeforeLast: number[] = []
  let previousRow = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const currentRow = new Array<number>(right.length + 1).fill(far)
    currentRow[0] = row
    let fewest = row
    // A cell farther from the diagonal has more edits than `most`.
    const last = Math.min(right.length, row + most)
    for (let column = Math.max(1, row - most); column <= last; column += 1) {
      const substituted = (previousRow[column - 1] ?? far) + (left[row - 1] === right[column - 1] ? 0 : 1)
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
          ? (rowBeforeLast[column - 2] ?? far) + 1
          : far
      const skipped = Math.min(previousRow[column] ?? far, currentRow[column - 1] ?? far) + 1
      const edits = Math.min(substituted, swapped, skipped)
      currentRow[column] = edits
      if (edits < fewest) fewest = edits
    }
    if (fewest > most) return far
    rowBeforeLast = previousRow
    previousRow = currentRow
  }
  const edits = previousRow[right.length] ?? far
  return edits > most ? far : edits
}

/** Whether two names are at most `most` edits apart. */
export const isWithinEdits = (left: string, right: string, most: number): boolean =>
  editDistance(left, right, most) <= most
