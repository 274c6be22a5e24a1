import { finite } from './distributions/finite.ts'

/** Final dispositions of a survey, in AAPOR notation. */
export interface Dispositions {
  /** Complete. */
  readonly I: number
  /** Partial. */
  readonly P: number
  /** Refusal or break-off. */
  readonly R: number
  /** Non-contact. */
  readonly NC: number
  /** Other eligible nonrespondent. */
  readonly O: number
  /** Unknown if there is an eligible person. */
  readonly UH: number
  /** Unknown for other reasons. */
  readonly UO: number
  readonly notEligible: number
}

type Rate = 'e' | `RR${1 | 2 | 3 | 4 | 5 | 6}` | `COOP${1 | 2 | 3 | 4}` | `REF${1 | 2 | 3}` | `CON${1 | 2 | 3}`

/**
 * Response, cooperation, refusal and contact rates, with `e`, the share of unknown cases estimated as eligible by
 * proportional allocation. Null if the denominator is 0. Source: AAPOR, Standard Definitions.
 */
export function aaporRates({ I, P, R, NC, O, UH, UO, notEligible }: Dispositions): Record<Rate, number | null> {
  const eligible = I + P + R + NC + O
  const unknown = UH + UO
  const contacted = I + P + R + O
  const e = eligible / (eligible + notEligible)
  const allCases = eligible + unknown
  const likely = eligible + e * unknown
  return {
    e: finite(e),
    RR1: finite(I / allCases),
    RR2: finite((I + P) / allCases),
    RR3: finite(I / likely),
    RR4: finite((I + P) / likely),
    RR5: finite(I / eligible),
    RR6: finite((I + P) / eligible),
    COOP1: finite(I / contacted),
    COOP2: finite((I + P) / contacted),
    COOP3: finite(I / (I + P + R)),
    COOP4: finite((I + P) / (I + P + R)),
    REF1: finite(R / allCases),
    REF2: finite(R / likely),
    REF3: finite(R / eligible),
    CON1: finite(contacted / allCases),
    CON2: finite(contacted / likely),
    CON3: finite(contacted / eligible),
  }
}
