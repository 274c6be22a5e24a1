import { finite } from '../distributions/finite.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { studentInverse } from '../distributions/quantiles.ts'
import { studentTwoSided } from '../distributions/student.ts'
import { average, variance } from '../tables/moments.ts'
import { midRanks, tieSizes } from '../tables/ranks.ts'

/** After compared with before. Null if a sample is too small or does not vary, so that there is no test. */
export interface LikertChange {
  readonly welchT: number | null
  readonly welchDf: number | null
  readonly welchP: number | null
  /** 95% interval of mean after - mean before. */
  readonly welchLower: number | null
  readonly welchUpper: number | null
  /** Mann-Whitney statistic: number of pairs in which the later answer is higher, ties count half. */
  readonly W: number | null
  /** With continuity correction. */
  readonly wilcoxP: number | null
  readonly wilcoxPNoCc: number | null
  /** Probability that a later answer is higher than an earlier one, ties count half. */
  readonly probSuperiority: number | null
}

/** Compares means by Welch 1947 (R's t.test). */
function welch(before: readonly number[], after: readonly number[]) {
  const diff = average(after) - average(before)
  const [varianceBefore, varianceAfter] = [variance(before) / before.length, variance(after) / after.length]
  const se = Math.sqrt(varianceBefore + varianceAfter)
  const df =
    (varianceBefore + varianceAfter) ** 2 /
    (varianceBefore ** 2 / (before.length - 1) + varianceAfter ** 2 / (after.length - 1))
  const width = df > 0 ? studentInverse(0.975, df) * se : Number.NaN
  return {
    welchT: finite(diff / se),
    welchDf: finite(df),
    welchP: finite(df > 0 ? studentTwoSided(diff / se, df) : Number.NaN),
    welchLower: finite(diff - width),
    welchUpper: finite(diff + width),
  }
}

/**
 * Compares ranks by Wilcoxon 1945, Mann and Whitney 1947: normal approximation with ties (R's wilcox.test, exact =
 * FALSE).
 */
function rankSum(before: readonly number[], after: readonly number[]) {
  const [m, n] = [before.length, after.length]
  const pooled = [...after, ...before]
  const W = midRanks(pooled)
    .slice(0, n)
    .reduce((sum, rank) => sum + rank, (-n * (n + 1)) / 2)
  const ties = tieSizes(pooled).reduce((sum, size) => sum + size ** 3 - size, 0)
  const sd = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))))
  const gap = Math.abs(W - (m * n) / 2)
  return {
    W: m * n > 0 ? W : null,
    wilcoxP: finite(normalTwoSided((gap - Math.min(gap, 0.5)) / sd)),
    wilcoxPNoCc: finite(normalTwoSided(gap / sd)),
    probSuperiority: finite(W / (m * n)),
  }
}

/** Compares two independent waves of ratings by means and by ranks. */
export function compareLikert(waves: { before: readonly number[]; after: readonly number[] }): LikertChange {
  return { ...welch(waves.before, waves.after), ...rankSum(waves.before, waves.after) }
}
