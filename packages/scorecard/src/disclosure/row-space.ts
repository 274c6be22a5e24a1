import type { GroupTable } from './group-table.ts'

/** Small enough for exact products, large enough that no table of at most 50 cells hits a multiple by chance. */
const PRIME = 67_108_859

/**
 * Returns true if the size of a group follows from shown groups by addition and subtraction. Cells of an empty shown
 * group are known to be empty. Gaussian elimination modulo a prime.
 */
export function rowSpace(
  { groups, cellCount }: GroupTable,
  { hidden, sizes }: { readonly hidden: readonly boolean[]; readonly sizes: readonly number[] },
): (group: number) => boolean {
  const free = new Uint8Array(cellCount).fill(1)
  groups.forEach(({ cells }, group) => {
    if (!hidden[group] && sizes[group] === 0) for (const cell of cells) free[cell] = 0
  })
  const rowOf = (group: number): Float64Array => {
    const row = new Float64Array(cellCount)
    for (const cell of groups[group]?.cells ?? []) row[cell] = free[cell] ?? 0
    return row
  }
  // Reduced rows by the column of their leading entry, which is 1.
  const basis = new Map<number, Float64Array>()
  /** Reduces a row; returns the column of its leading entry, or -1 if it vanishes. */
  const reduce = (row: Float64Array): number => {
    let lead = -1
    for (let column = 0; column < cellCount; column++) {
      const factor = row[column] ?? 0
      if (factor === 0) continue
      const by = basis.get(column)
      if (!by) {
        if (lead < 0) lead = column
        continue
      }
      for (let i = column; i < cellCount; i++) row[i] = ((row[i] ?? 0) + (PRIME - factor) * (by[i] ?? 0)) % PRIME
    }
    return lead
  }
  groups.forEach((_, group) => {
    if (hidden[group]) return
    const row = rowOf(group)
    const lead = reduce(row)
    if (lead < 0) return
    const inverse = power(row[lead] ?? 1, PRIME - 2)
    basis.set(
      lead,
      row.map((entry) => (entry * inverse) % PRIME),
    )
  })
  return (group) => reduce(rowOf(group)) < 0
}

/** Modular exponentiation. */
function power(base: number, exponent: number): number {
  let result = 1
  for (let [square, left] = [base, exponent]; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
