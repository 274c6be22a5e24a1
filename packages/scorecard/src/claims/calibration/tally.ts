/** How often something happened in simulated cases. */
export interface Rate {
  /** 0-1; null without cases. */
  readonly rate: number | null
  /** Null if it was added up over all possible results. */
  readonly cases: number | null
  /** Monte Carlo error of the rate: its standard error. */
  readonly error: number | null
}

export function rateOf(happened: number, cases: number): Rate {
  if (cases === 0) return { rate: null, cases, error: null }
  const rate = happened / cases
  return { rate: rounded(rate), cases, error: rounded(Math.sqrt((rate * (1 - rate)) / cases)) }
}

/** A rate that was added up over all possible results. */
export const exactly = (rate: number): Rate => ({ rate: rounded(rate), cases: null, error: 0 })

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4
