import { type FigureChange, figureChanges } from '@wayproof/scorecard/closing/figure-change'
import { readStatement, type Seal } from '@wayproof/scorecard/closing/seals/seal'
import type { SealStamp, Signatures } from '@wayproof/scorecard/closing/seals/sealed-parts'
import { stampOf } from '@wayproof/scorecard/closing/seals/sealed-scorecard'
import { publishSealed } from '@wayproof/scorecard/publish/publish-sealed'

export interface SealView extends SealStamp {
  readonly sealedAt: number
  readonly closedBy: string
  /** Milliseconds by which the clock was ahead; null if there was no other clock to compare with. */
  readonly clockOffset: number | null
  /** Figures that differ from the previous version. */
  readonly changes: readonly FigureChange[]
}

/** Versions of a half-year as readers see them, newest first. */
export function sealViews(seals: readonly Seal[], timeZone: string): readonly SealView[] {
  const figures = ({ parts }: Seal) => publishSealed(parts.figures)
  const views = seals.map((seal, at) => {
    const previousSeal = seals[at - 1]
    const stated = readStatement(seal)
    const { closed } = JSON.parse(seal.parts.signatures) as Signatures
    return {
      ...stampOf(seal, timeZone),
      sealedAt: stated?.sealedAt ?? 0,
      clockOffset: stated?.clockOffset ?? null,
      closedBy: closed.name,
      changes: previousSeal ? figureChanges(figures(previousSeal), figures(seal)) : [],
    }
  })
  return views.reverse()
}
