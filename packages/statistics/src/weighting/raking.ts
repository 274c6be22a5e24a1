/** Population totals by margin and category. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Row numbers of one category of a margin; categories without rows are absent. */
export interface MarginGroup {
  readonly rows: readonly number[]
  readonly total: number
}

/**
 * Groups rows by category for each margin. A row whose category the margin does not name keeps its weight; a category
 * without rows is excluded.
 */
export function groupRows(rows: readonly Readonly<Record<string, unknown>>[], margins: Margins): MarginGroup[][] {
  return Object.entries(margins).map(([margin, totals]) => {
    const groups = new Map(
      Object.entries(totals).map(([category, total]) => [category, { rows: [] as number[], total }]),
    )
    for (const [i, row] of rows.entries()) groups.get(String(row[margin]))?.rows.push(i)
    return [...groups.values()].filter((group) => group.rows.length > 0)
  })
}

/**
 * Iterative proportional fitting: scales the weights to each margin in turn until a whole round changes nothing (1e-13 of
 * the largest weight; at most 5,000 rounds). Source: Deming and Stephan 1940; Deville and Särndal 1992.
 */
export function rake(start: readonly number[], margins: readonly (readonly MarginGroup[])[]): number[] {
  // Uses loops over flat arrays, because every view of a scorecard runs this.
  const groups = margins.flat()
  const weights = Float64Array.from(start)
  const previous = new Float64Array(weights.length)
  for (let round = 0; round < 5000; round++) {
    previous.set(weights)
    for (const { rows, total } of groups) {
      let sum = 0
      for (const i of rows) sum += weights[i] ?? 0
      for (const i of rows) weights[i] = sum === 0 ? 0 : ((weights[i] ?? 0) * total) / sum
    }
    if (farthest(weights, previous) <= 1e-13 * largest(weights)) break
  }
  return [...weights]
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  return most
}

function farthest(now: Float64Array, previous: Float64Array): number {
  let most = 0
  for (let i = 0; i < now.length; i++) most = Math.max(most, Math.abs((now[i] ?? 0) - (previous[i] ?? 0)))
  return most
}

/**
 * Removes the part of the influences that the margins explain, by subtracting each margin's group means from the
 * unweighted influences in ten rounds (like R's survey in svyrecvar). The means are weighted by `start`, the weights
 * before raking.
 */
export function sweepMargins(
  pulls: readonly number[],
  weights: readonly number[],
  margins: readonly (readonly MarginGroup[])[],
  start: readonly number[] = pulls.map(() => 1),
): number[] {
  const rest = pulls.map((pull, i) => (weights[i] ? pull / weights[i] : 0))
  for (let round = 0; round < 10; round++) {
    for (const { rows } of margins.flat()) {
      const heavy = rows.reduce((sum, i) => sum + (start[i] ?? 0), 0)
      const mean = heavy === 0 ? 0 : rows.reduce((sum, i) => sum + (rest[i] ?? 0) * (start[i] ?? 0), 0) / heavy
      for (const i of rows) rest[i] = (rest[i] ?? 0) - mean
    }
  }
  return rest.map((value, i) => value * (weights[i] ?? 0))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** Residual of `a` after projection on the orthogonal `units`; done twice against rounding. */
function without(a: Float64Array, units: readonly Float64Array[]): Float64Array {
  const rest = a.slice()
  for (let pass = 0; pass < 2; pass++) {
    for (const unit of units) {
      const share = dot(rest, unit)
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - share * (unit[i] ?? 0)
    }
  }
  return rest
}

/**
 * Residuals of the influences after a least-squares fit on all categories, weighted by `start`, the weights before
 * raking (times their counts for grouped rows): the generalized regression residual (Deville and Särndal 1992). The
 * sweep converges to it, slowly if base weights differ much. Uses Gram-Schmidt.
 */
export function regressMargins(
  pulls: readonly number[],
  weights: readonly number[],
  margins: readonly (readonly MarginGroup[])[],
  start: readonly number[] = pulls.map(() => 1),
): { readonly residuals: number[] /** Independent categories, with the mean. */; readonly rank: number } {
  const scale = Float64Array.from(start, Math.sqrt)
  const columns = [scale]
  for (const { rows } of margins.flat()) {
    const column = new Float64Array(scale.length)
    for (const i of rows) column[i] = scale[i] ?? 0
    columns.push(column)
  }
  const basis: Float64Array[] = []
  for (const column of columns) {
    const clean = without(column, basis)
    const length = Math.sqrt(dot(clean, clean))
    // A column spanned by the others is only rounding noise.
    if (length > 1e-7 * Math.sqrt(dot(column, column))) basis.push(clean.map((value) => value / length))
  }
  const rest = Float64Array.from(pulls, (pull, i) => (weights[i] ? (pull / weights[i]) * (scale[i] ?? 0) : 0))
  const residuals = Array.from(without(rest, basis), (value, i) =>
    scale[i] ? (value / scale[i]) * (weights[i] ?? 0) : 0,
  )
  return { residuals, rank: basis.length }
}
