/** A count and its base. Decisions use these integers, never a rounded percentage. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** Compares the share with `target` (also a share, such as 95 of 100) in integers. Returns null for an empty base. */
export function reaches(share: Share, target: Share): boolean | null {
  if (share.denominator === 0) return null
  return BigInt(share.numerator) * BigInt(target.denominator) >= BigInt(target.numerator) * BigInt(share.denominator)
}

/** The share as a number from 0 to 1, or null for an empty base. */
export function ratio({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : numerator / denominator
}

/** Tenths of a percent, rounded down: 999 of 1,000 is 999 (99.9 %), never 1,000. Null for an empty base. */
export function flooredTenths({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : Number((BigInt(numerator) * 1000n) / BigInt(denominator))
}

/** Formats the share with one decimal, rounded down, independent of language: `99.9%`. Null for an empty base. */
export function displayShare(share: Share): string | null {
  const tenths = flooredTenths(share)
  return tenths === null ? null : `${(tenths / 10).toFixed(1)}%`
}
