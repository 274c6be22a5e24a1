/** Population totals by margin and category. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Where a margin puts the rows: one list of row numbers for each of its categories that somebody is in. */
export interface MarginGroup {
  readonly rows: readonly number[]
  readonly total: number
}

/** A row whose category the margin does not name is left as it is; a category nobody is in has nobody to weigh. */
export function groupRows(rows: readonly Readonly<Record<string, unknown>>[], margins: Margins): MarginGroup[][] {
  return Object.entries(margins).map(([margin, totals]) =>
    Object.entries(totals)
      .map(([category, total]) => ({
        rows: rows.flatMap((row, i) => (String(row[margin]) === category ? [i] : [])),
        total,
      }))
      .filter((group) => group.rows.length > 0),
  )
}

/**
 * Iterative proportional fitting: scales the weights to each margin in turn until a whole round changes nothing (1e-13 of
 * the largest weight; at most 5,000 rounds). Source: Deming and Stephan 1940; Deville and Särndal 1992.
 */
export function rake(start: readonly number[], margins: readonly (readonly MarginGroup[])[]): number[] {
  const weights = [...start]
  for (let round = 0; round < 5000; round++) {
    const before = [...weights]
    for (const { rows, total } of margins.flat()) {
      const sum = rows.reduce((all, i) => all + (weights[i] ?? 0), 0)
      for (const i of rows) weights[i] = sum === 0 ? 0 : ((weights[i] ?? 0) * total) / sum
    }
    const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
    if (weights.every((weight, i) => Math.abs(weight - (before[i] ?? 0)) <= 1e-13 * largest)) break
  }
  return weights
}

/**
 * Influences less what the margins explain, by sweeping each margin's group means off the unweighted influences, ten rounds
 * (as R's survey does in svyrecvar). The means are taken by `start`, the weights before raking.
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

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
const without = (a: readonly number[], unit: readonly number[]) => {
  const share = dot(a, unit)
  return a.map((value, i) => value - share * (unit[i] ?? 0))
}

/**
 * Influences less their least-squares fit on all categories at once, weighted by `start`, the weights before raking
 * (times their number, where rows that are alike are given once): the generalised regression residual (Deville and
 * Särndal 1992), which the sweep approaches, slowly where base weights differ much. Gram-Schmidt, twice against rounding.
 */
export function regressMargins(
  pulls: readonly number[],
  weights: readonly number[],
  margins: readonly (readonly MarginGroup[])[],
  start: readonly number[] = pulls.map(() => 1),
): number[] {
  const scale = start.map(Math.sqrt)
  const columns = [scale]
  for (const { rows } of margins.flat()) {
    const members = new Set(rows)
    columns.push(scale.map((root, i) => (members.has(i) ? root : 0)))
  }
  const basis: number[][] = []
  for (const column of columns) {
    const clean = [...basis, ...basis].reduce(without, column)
    const length = Math.sqrt(dot(clean, clean))
    // A column the others already span is rounding noise.
    if (length > 1e-7 * Math.sqrt(dot(column, column))) basis.push(clean.map((value) => value / length))
  }
  const rest = pulls.map((pull, i) => (weights[i] ? (pull / weights[i]) * (scale[i] ?? 0) : 0))
  const residual = [...basis, ...basis].reduce(without, rest)
  return residual.map((value, i) => (scale[i] ? (value / scale[i]) * (weights[i] ?? 0) : 0))
}
