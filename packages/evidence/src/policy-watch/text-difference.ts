export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Most lines compared one by one; of longer texts only the common start and end are found. */
const MOST_LINES = 2000

/** Line-by-line difference of two texts by their longest common subsequence. Blank lines are ignored. */
export function textDifference(before: string, after: string): readonly DifferenceLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const linesAs = (kind: DifferenceLine['kind'], lines: readonly string[]) => lines.map((text) => ({ kind, text }))
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const middle =
    from.length > MOST_LINES || to.length > MOST_LINES
      ? [...linesAs('removed', from), ...linesAs('added', to)]
      : common(from, to)
  return [...linesAs('same', a.slice(0, start)), ...middle, ...linesAs('same', a.slice(a.length - end))]
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function common(a: readonly string[], b: readonly string[]): DifferenceLine[] {
  const width = b.length + 1
  // longest[i * width + j]: length of the common subsequence of a from i and b from j.
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DifferenceLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: a[i] ?? '' })
      i += 1
    } else {
      lines.push({ kind: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return lines
}
