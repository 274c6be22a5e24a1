import type { Locale } from '@wayproof/kernel'
import { messages, trendWords, verdictTarget, verdictValue } from '@wayproof/messages'
import type { Scorecard, Verdict } from '@wayproof/scorecard'
import { shapeOf } from '@wayproof/scorecard/claims'
import { bulletScale, drawnTrend, pastValues } from '@wayproof/scorecard/drawing'
import { DRAWINGS } from '../contents/goal-row.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import { bulletSvg } from './bullet-svg.ts'
import type { PdfBlock, PdfGoalRow } from './pdf-content.ts'
import { trendSvg } from './trend-svg.ts'

type Charts = PdfGoalRow['charts']

/** The blocks of a letter with the scorecard's charts in the rows of its goals; `cards` are oldest first, the current one last. */
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
    const trend = past[verdict.goal]
    const shape = DRAWINGS[shapeOf(verdict)]
    const broken = trend.map((pastValue) => pastValue.broken)
    const value = verdictValue(verdict, locale) ?? scorecard.noValue
    const trendPhrases = trendWords(verdict.goal, trend, { locale, words })
    return {
      bullet: {
        svg: bulletSvg(verdict, bulletScale(verdict.goal, verdicts), shape),
        alt: scorecard.bullet(value, verdictTarget(verdict), words.scorecard.interval(verdict)),
      },
      trend: {
        svg: trendSvg(drawnTrend(verdict, trend), broken, shape),
        alt: scorecard.sparkline(trendPhrases.length > 0 ? trendPhrases.join(shell.listed) : scorecard.noValue),
      },
    }
  }
  return new Map(verdicts.map((verdict) => [words.goals.names[verdict.goal], chartsOf(verdict)]))
}
