import { finite } from '../distributions/finite.ts'
import { incompleteGamma } from '../distributions/incomplete-gamma.ts'

/**
 * Pearson's chi-square (1900). p is null without a degree of freedom; chi-square is null without cases, or if infinite
 * (p 0).
 */
export interface ChiSquare {
  readonly chi2: number | null
  readonly df: number
  readonly p: number | null
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

function judge(chi2: number, df: number): ChiSquare {
  return { chi2: finite(chi2), df, p: df > 0 ? finite(incompleteGamma(chi2 / 2, df / 2).upper) : null }
}

/**
 * Goodness of fit of observed counts to expected shares (R's chisq.test). The shares need not sum to 1. A category with
 * an expected share of 0 is excluded if its count is 0; otherwise chi-square is infinite.
 */
export function chiSquareGof(input: { observed: readonly number[]; expectedShare: readonly number[] }): ChiSquare {
  const { observed, expectedShare } = input
  const perShare = sum(observed) / sum(expectedShare)
  const categories = observed.flatMap((count, i) => {
    const share = expectedShare[i] ?? 0
    return count > 0 || share > 0 ? [{ count, expected: share * perShare }] : []
  })
  const chi2 = sum(categories.map(({ count, expected }) => (count - expected) ** 2 / expected))
  return judge(categories.length > 0 ? chi2 : Number.NaN, Math.max(0, categories.length - 1))
}

/** With Cramér's V (1946): 0 for no association, 1 for a complete one. */
export interface Independence extends ChiSquare {
  readonly cramersV: number | null
}

/**
 * Tests the independence of rows and columns of a table of counts, without continuity correction (`twoProportions`
 * gives both for two shares). A row or column without cases is excluded.
 */
export function chiSquareTable({ table }: { table: readonly (readonly number[])[] }): Independence {
  const rows = table.filter((row) => sum(row) > 0)
  const columnTotals = (table[0] ?? []).map((_, c) => sum(rows.map((row) => row[c] ?? 0)))
  const n = sum(columnTotals)
  const columns = columnTotals.filter((total) => total > 0).length
  const terms = rows.flatMap((row) =>
    columnTotals.map((total, c) => {
      const expected = (sum(row) * total) / n
      return expected === 0 ? 0 : ((row[c] ?? 0) - expected) ** 2 / expected
    }),
  )
  const chi2 = n > 0 ? sum(terms) : Number.NaN
  const df = Math.max(0, rows.length - 1) * Math.max(0, columns - 1)
  return { ...judge(chi2, df), cramersV: finite(Math.sqrt(chi2 / (n * (Math.min(rows.length, columns) - 1)))) }
}
