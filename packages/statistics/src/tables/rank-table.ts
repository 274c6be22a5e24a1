import { finite } from '../distributions/finite.ts'
import type { Interval } from '../distributions/interval.ts'
import { criticalZ } from '../distributions/quantiles.ts'

export interface RankCorrelation {
  /** Number of pairs. */
  readonly n: number
  /** Null for fewer than two pairs, or if one side does not vary. */
  readonly spearman: number | null
  /** Null for fewer than four pairs, or without a correlation. */
  readonly interval: Interval | null
}

/**
 * Spearman's correlation (Pearson's of mid-ranks) from a table of pair counts with ordered rows and columns. Interval
 * by Fisher's z with the variance (1 + r²/2)/(n - 3) (Bonett and Wright 2000).
 */
export function rankCorrelation({
  table,
  level,
}: {
  readonly table: readonly (readonly number[])[]
  readonly level: number
}): RankCorrelation {
  const width = Math.max(0, ...table.map((row) => row.length))
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = Array.from({ length: width }, (_, index) => table.reduce((sum, row) => sum + (row[index] ?? 0), 0))
  const n = rows.reduce((sum, count) => sum + count, 0)
  const [x, y] = [centredRanks(rows, n), centredRanks(columns, n)]
  const spread = (ranks: readonly number[], counts: readonly number[]) =>
    ranks.reduce((sum, rank, index) => sum + (counts[index] ?? 0) * rank * rank, 0)
  let shared = 0
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) shared += count * (x[i] ?? 0) * (y[j] ?? 0)
  }
  const scale = Math.sqrt(spread(x, rows) * spread(y, columns))
  const spearman = scale > 0 ? finite(Math.max(-1, Math.min(1, shared / scale))) : null
  return { n, spearman, interval: spearman === null || n < 4 ? null : fisherInterval(spearman, n, level) }
}

/** Mid-rank of each category minus the mean rank. */
function centredRanks(counts: readonly number[], n: number): readonly number[] {
  let lowerCases = 0
  return counts.map((count) => {
    const rank = lowerCases + (count + 1) / 2
    lowerCases += count
    return rank - (n + 1) / 2
  })
}

function fisherInterval(r: number, n: number, level: number): Interval {
  const half = criticalZ(level) * Math.sqrt((1 + (r * r) / 2) / (n - 3))
  const z = Math.atanh(r)
  return { lower: Math.tanh(z - half), upper: Math.tanh(z + half) }
}
