import { CHANCES } from '../claims/claim.ts'
import { type PublishedShare, type ShareChange, shareChange } from '../claims/share-change.ts'
import { sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { VerdictOf } from '../verdict.ts'

/** Both changes are reported together, because the weights can decide the direction. */
export interface WaveChange {
  readonly unweighted: ShareChange
  /** Null if neither wave has unequal weights. It decides. */
  readonly weighted: ShareChange | null
}

type Satisfaction = Pick<VerdictOf<'customer-satisfaction'>, 'value' | 'share' | 'figures'>

/** Compares the published figures of two waves; null if either shows no share. */
export function waveChange(
  before: Satisfaction,
  now: Satisfaction,
  family: 'headline' | 'season' = 'headline',
): WaveChange | null {
  const [was, is] = [publishedShares(before), publishedShares(now)]
  if (!was || !is) return null
  const isWeighted = was.isUnequal || is.isUnequal
  return {
    unweighted: shareChange(was.counted, is.counted, family, CHANCES[family]),
    weighted: isWeighted ? shareChange(was.deciding, is.deciding, family, CHANCES[family]) : null,
  }
}

interface PublishedShares {
  readonly counted: PublishedShare
  readonly deciding: PublishedShare
  /** The weights changed the estimate. */
  readonly isUnequal: boolean
}

function publishedShares({ value, share, figures }: Satisfaction): PublishedShares | null {
  const { estimate, n, step = FINEST_STEP } = figures
  if (value === null || share === null || !estimate || !n || step === 'verdict') return null
  const rounding = { parts: sharesIn[step], rounded: 'down' } as const
  return {
    counted: { share: estimate.raw, effective: n, ...rounding },
    deciding: { share: value, effective: estimate.effective, ...rounding },
    isUnequal: estimate.weighted && estimate.designEffect !== 1,
  }
}
