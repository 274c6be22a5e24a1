import type { Locale } from '@wayproof/kernel'
import { courseWords, messages, verdictTarget, verdictValue } from '@wayproof/messages'
import type { Scorecard, Verdict } from '@wayproof/scorecard'
import { bulletScale, drawnCourse, pastValues } from '@wayproof/scorecard/drawing'
import { shapeOf } from '../contents/goal-row.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import { bulletSvg } from './bullet-svg.ts'
import { courseSvg } from './course-svg.ts'
import type { PdfBlock, PdfGoalRow } from './pdf-content.ts'

type Charts = PdfGoalRow['charts']

/** The blocks of a letter with the scorecard's charts in the rows of its goals; `cards` the oldest first, the present last. */
export function withCharts(
  blocks: LetterContent['blocks'],
  cards: readonly Pick<Scorecard, 'period' | 'verdicts'>[],
  locale: Locale,
): readonly PdfBlock[] {
  const charts = goalCharts(cards, locale)
  return blocks.map(
    (block: Block): PdfBlock =>
      block.kind === 'goals'
        ? { kind: 'goals', rows: block.rows.map((row) => ({ ...row, charts: charts.get(row.name) ?? null })) }
        : block,
  )
}

/** The charts of each goal by its name. */
function goalCharts(
  cards: readonly Pick<Scorecard, 'period' | 'verdicts'>[],
  locale: Locale,
): ReadonlyMap<string, Charts> {
  const words = messages(locale)
  const verdicts = cards.at(-1)?.verdicts ?? []
  const past = pastValues(cards)
  const chartsOf = (verdict: Verdict): Charts => {
    const { scorecard, shell } = words.reporting
    const course = past[verdict.goal]
    const shape = shapeOf(verdict)
    const broken = course.map((each) => each.broken)
    const value = verdictValue(verdict, locale) ?? scorecard.noValue
    const said = courseWords(verdict.goal, course, { locale, words })
    return {
      bullet: {
        svg: bulletSvg(verdict, bulletScale(verdict.goal, verdicts), shape),
        alt: scorecard.bullet(value, verdictTarget(verdict), words.scorecard.interval(verdict)),
      },
      course: {
        svg: courseSvg(drawnCourse(verdict, course), broken, shape),
        alt: scorecard.sparkline(said.length > 0 ? said.join(shell.listed) : scorecard.noValue),
      },
    }
  }
  return new Map(verdicts.map((verdict) => [words.goals.names[verdict.goal], chartsOf(verdict)]))
}
