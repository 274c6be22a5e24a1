import { pAdjust } from '@wayproof/statistics/tables/multiplicity'
import { shareParts } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import { CHANCES, type Strength } from './claim.ts'
import { chanceOfChange, type PublishedShare } from './share-change.ts'

/** The published figures of one question in two waves. */
export interface ComparedQuestion {
  readonly now: GroupFigure
  readonly before: GroupFigure
}

export interface QuestionChange {
  /** Now minus before, 0-1, of the published shares. */
  readonly difference: number
  readonly strength: Extract<Strength, 'demonstrated' | 'could-be-chance'>
}

/**
 * The changes of a wave's questions since the last wave, null where a share is not shown. Holm's procedure divides the
 * chance of a false claim among all that are compared, so pass every question but the headline.
 */
export function questionChanges(questions: readonly ComparedQuestion[]): readonly (QuestionChange | null)[] {
  const pairs = questions.map(({ now, before }) => [publishedShare(before), publishedShare(now)] as const)
  const compared = pairs.flatMap(([before, now]) =>
    before && now ? [chanceOfChange(before, now, CHANCES.questions)] : [],
  )
  const { holm } = pAdjust({ p: compared })
  let at = 0
  return pairs.map(([before, now]) => {
    if (!before || !now) return null
    const isBeyond = (holm[at++] ?? 1) <= CHANCES.questions
    return { difference: now.share - before.share, strength: isBeyond ? 'demonstrated' : 'could-be-chance' }
  })
}

/** Null if it is hidden, or beyond the outermost step. */
function publishedShare(figure: GroupFigure): PublishedShare | null {
  if (figure.kind !== 'shown' || figure.topTwo.kind !== 'at') return null
  const { topTwo, people } = figure
  return { share: topTwo.value, effective: people, parts: shareParts(people), rounded: 'nearest' }
}
