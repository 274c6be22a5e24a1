/** A known sum of unknown whole numbers that are 0 or more: the sum of `of` is exactly, or at least, `is`. */
export interface Known {
  readonly of: readonly number[]
  readonly is: number
  readonly atLeast?: boolean
}

const EPSILON = 1e-7

/** The minimum and maximum of the sum of `asked`, in whole numbers, from a linear program. */
export function boundsOf(unknowns: number, known: readonly Known[], asked: readonly number[]): [number, number] {
  const sign = (by: number) => Array.from({ length: unknowns }, (_, i) => (asked.includes(i) ? by : 0))
  return [
    Math.ceil(-maximum(unknowns, known, sign(-1)) - EPSILON),
    Math.floor(maximum(unknowns, known, sign(1)) + EPSILON),
  ]
}

/** Two-phase simplex with Bland's rule on a full table: rows are equations, the last row is the remaining gain. */
function maximum(unknowns: number, known: readonly Known[], gain: readonly number[]): number {
  const spare = known.filter(({ atLeast }) => atLeast).length
  const width = unknowns + spare + known.length
  let surplus = unknowns
  const rows = known.map(({ of, is, atLeast }, i) => {
    const row = Array<number>(width + 1).fill(0)
    for (const unknown of of) row[unknown] = 1
    if (atLeast) row[surplus++] = -1
    row[unknowns + spare + i] = 1
    row[width] = is
    return row
  })
  const basis = known.map((_, i) => unknowns + spare + i)
  const real = unknowns + spare

  const solve = (aim: readonly number[], columns: number): number => {
    const left = [...aim, ...Array<number>(width + 1 - aim.length).fill(0)]
    for (const [i, column] of basis.entries()) subtract(left, rows[i]!, left[column]!)
    for (;;) {
      const entering = left.findIndex((value, column) => column < columns && value > EPSILON)
      if (entering < 0) return -left[width]!
      let leaving = -1
      rows.forEach((row, i) => {
        if (row[entering]! <= EPSILON) return
        const ratio = row[width]! / row[entering]!
        const best = leaving < 0 ? Number.POSITIVE_INFINITY : rows[leaving]![width]! / rows[leaving]![entering]!
        if (ratio < best - EPSILON || (ratio < best + EPSILON && basis[i]! < basis[leaving]!)) leaving = i
      })
      if (leaving < 0) return Number.POSITIVE_INFINITY
      pivot(leaving, entering)
      subtract(left, rows[leaving]!, left[entering]!)
    }
  }
  const pivot = (at: number, column: number): void => {
    const by = rows[at]![column]!
    rows[at] = rows[at]!.map((value) => value / by)
    rows.forEach((row, i) => {
      if (i !== at) subtract(row, rows[at]!, row[column]!)
    })
    basis[at] = column
  }
  const artificial = Array.from({ length: width }, (_, i) => (i >= real ? -1 : 0))
  if (solve(artificial, real) < -1e-5) throw new Error('what is known contradicts itself')
  // A remaining artificial variable is 0: its row is redundant, unless a real column can replace it.
  basis.forEach((column, i) => {
    const other = column < real ? -1 : rows[i]!.findIndex((value, j) => j < real && Math.abs(value) > EPSILON)
    if (other >= 0) pivot(i, other)
  })
  return solve(gain, real)
}

function subtract(row: number[], other: readonly number[], times: number): void {
  if (times === 0) return
  for (let i = 0; i < row.length; i++) row[i]! -= times * other[i]!
}
