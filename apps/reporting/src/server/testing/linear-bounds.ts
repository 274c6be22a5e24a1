/** A known sum of unknown whole numbers that are 0 or more: the sum of `of` is exactly, or at least, `is`. */
export interface Equation {
  readonly of: readonly number[]
  readonly is: number
  readonly atLeast?: boolean
}

const EPSILON = 1e-7

/** The minimum and maximum of the sum of `targets`, in whole numbers, from a linear program. */
export function boundsOf(
  unknowns: number,
  equations: readonly Equation[],
  targets: readonly number[],
): [number, number] {
  const sign = (factor: number) => Array.from({ length: unknowns }, (_, i) => (targets.includes(i) ? factor : 0))
  return [
    Math.ceil(-maximum(unknowns, equations, sign(-1)) - EPSILON),
    Math.floor(maximum(unknowns, equations, sign(1)) + EPSILON),
  ]
}

/** Two-phase simplex with Bland's rule on a full table: rows are equations, the last row is the remaining gain. */
function maximum(unknowns: number, equations: readonly Equation[], gain: readonly number[]): number {
  const spare = equations.filter(({ atLeast }) => atLeast).length
  const width = unknowns + spare + equations.length
  let surplus = unknowns
  const rows = equations.map(({ of, is, atLeast }, i) => {
    const row = Array<number>(width + 1).fill(0)
    for (const unknown of of) row[unknown] = 1
    if (atLeast) row[surplus++] = -1
    row[unknowns + spare + i] = 1
    row[width] = is
    return row
  })
  const basis = equations.map((_, i) => unknowns + spare + i)
  const realColumns = unknowns + spare

  const solve = (aim: readonly number[], columns: number): number => {
    const objective = [...aim, ...Array<number>(width + 1 - aim.length).fill(0)]
    for (const [i, column] of basis.entries()) subtract(objective, rows[i]!, objective[column]!)
    for (;;) {
      const entering = objective.findIndex((value, column) => column < columns && value > EPSILON)
      if (entering < 0) return -objective[width]!
      let leavingRow = -1
      rows.forEach((row, i) => {
        if (row[entering]! <= EPSILON) return
        const ratio = row[width]! / row[entering]!
        const best =
          leavingRow < 0 ? Number.POSITIVE_INFINITY : rows[leavingRow]![width]! / rows[leavingRow]![entering]!
        if (ratio < best - EPSILON || (ratio < best + EPSILON && basis[i]! < basis[leavingRow]!)) leavingRow = i
      })
      if (leavingRow < 0) return Number.POSITIVE_INFINITY
      pivot(leavingRow, entering)
      subtract(objective, rows[leavingRow]!, objective[entering]!)
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
  const artificial = Array.from({ length: width }, (_, i) => (i >= realColumns ? -1 : 0))
  if (solve(artificial, realColumns) < -1e-5) throw new Error('what is known contradicts itself')
  // A remaining artificial variable is 0: its row is redundant, unless a real column can replace it.
  basis.forEach((column, i) => {
    const replacement =
      column < realColumns ? -1 : rows[i]!.findIndex((value, j) => j < realColumns && Math.abs(value) > EPSILON)
    if (replacement >= 0) pivot(i, replacement)
  })
  return solve(gain, realColumns)
}

function subtract(row: number[], otherRow: readonly number[], times: number): void {
  if (times === 0) return
  for (let i = 0; i < row.length; i++) row[i]! -= times * otherRow[i]!
}
