import type { Share } from '@wayproof/kernel/share'
import { ceilTo, floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Verdict } from '../verdict.ts'

/** How much more often the satisfied may answer than others, or less often, in the range beside a figure. */
export const UNEVEN = 1.5

/** The basis of a survey figure. All of it follows from published figures. */
export interface Quality {
  /** Answers with an opinion. */
  readonly opinions: number
  /** Answered of invited, and null while an open wave is not counted. */
  readonly response: Share | null
  /** Half the width of the 95 % interval, 0-1, rounded up. */
  readonly margin: number
  readonly isWeighted: boolean
  /** Share of nonrespondents at which the verdict turns; null without nonrespondents. */
  readonly tippingPoint: number | null
  /** The true share if the satisfied answered `UNEVEN` times as often as others, and if the others did. */
  readonly ifUneven: { readonly lower: number; readonly upper: number }
}

/** Null for a goal that samples nobody, and where no figure is shown. */
export function qualityOf(verdict: Verdict): Quality | null {
  if (verdict.goal !== 'customer-satisfaction') return null
  const { value, interval, figures } = verdict
  const { n, invited, answered, estimate, step = FINEST_STEP } = figures
  if (value === null || interval === null || n === null || !estimate || step === 'verdict') return null
  const parts = sharesIn[step]
  return {
    opinions: n,
    response: answered === null || invited === 0 ? null : { numerator: answered, denominator: invited },
    margin: ceilTo((interval.upper - interval.lower) / 2, sharesIn[FINEST_STEP]),
    isWeighted: estimate.weighted,
    tippingPoint: estimate.tippingPoint,
    ifUneven: {
      lower: floorTo(behind(value, UNEVEN), parts),
      upper: ceilTo(behind(value, 1 / UNEVEN), parts),
    },
  }
}

/** The true share behind an answered one, if the satisfied answer `times` as often as others. */
const behind = (share: number, times: number): number => share / (share + (1 - share) * times)
