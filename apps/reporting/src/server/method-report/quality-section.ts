import { FEWEST_RATINGS, type RatingBlock, ratingBlocks } from '@wayproof/forms/questionnaire/rating-blocks'
import { count } from '@wayproof/messages/number-format'
import type { ShownBlock } from '@wayproof/survey/disclosure/straight-lining'
import { type MethodReportSection, type MethodReportSource, section } from './method-report.ts'

type QualitySource = Pick<MethodReportSource, 'funnel' | 'plan' | 'straightLining' | 'locale' | 'words'>

/** How many answers give one rating throughout a block of questions. They stay in every figure. */
export function qualitySection({ funnel, plan, straightLining, locale, words }: QualitySource): MethodReportSection {
  const { sections, quality: text } = words.methodReport
  const quality = (content: Partial<MethodReportSection>) => section(sections.quality, { isFolded: true, ...content })
  const blocks = ratingBlocks(plan.questionnaire)
  if (blocks.length === 0) return quality({ notes: [text.noBlock(FEWEST_RATINGS)] })
  if (funnel.wave.status !== 'unlinked') return quality({ notes: [text.atUnlinking] })
  if (straightLining.length === 0) return quality({ notes: [text.notCounted] })
  const nameOf = ({ text: stem, points, questions }: RatingBlock) => {
    const [lowest, highest] = [points[0], points.at(-1)]
    return stem?.[locale] ?? text.block(questions.length, lowest?.[locale] ?? '', highest?.[locale] ?? '')
  }
  const sameOf = ({ kind, fewest, same }: ShownBlock) =>
    ({
      hidden: text.hidden,
      few: text.few(fewest),
      most: text.most(fewest),
      shown: text.atLeast(count(same, locale)),
    })[kind]
  const rows = blocks.flatMap((block) => {
    const shownBlock = straightLining.find(({ block: id }) => id === block.id)
    const rated =
      shownBlock?.kind === 'hidden'
        ? text.below(shownBlock.fewest)
        : text.atLeast(count(shownBlock?.rated ?? 0, locale))
    return shownBlock ? [[nameOf(block), rated, sameOf(shownBlock)]] : []
  })
  const table = { caption: text.caption, head: [text.questions, text.rated, text.same], rows, numbers: [1, 2] }
  return quality({ tables: [table], notes: [text.definition(FEWEST_RATINGS), text.kept] })
}
