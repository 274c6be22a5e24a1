/** A count of a base, never a rounded percentage: what decides is integers. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** Whether the share reaches `target` (itself a share, 95 of 100), in integers; null on an empty base. */
export function reaches(share: Share, target: Share): boolean | null {
  if (share.denominator === 0) return null
  return BigInt(share.numerator) * BigInt(target.denominator) >= BigInt(target.numerator) * BigInt(share.denominator)
}

/** The share as a number from 0 to 1, or null on an empty base. */
export function ratio({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : numerator / denominator
}

/** Tenths of a per cent, rounded down so that 999 of 1,000 is 999 (99.9 %), never 1,000; null on an empty base. */
export function flooredTenths({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : Number((BigInt(numerator) * 1000n) / BigInt(denominator))
}

/** The share with one decimal, rounded down, in no language: `99.9%`; null on an empty base. */
export function displayShare(share: Share): string | null {
  const tenths = flooredTenths(share)
  return tenths === null ? null : `${(tenths / 10).toFixed(1)}%`
}
