import type { Locale } from '@wayproof/kernel/people/locale'
import { axisLabels, verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { count, percentDigits } from '@wayproof/messages/number-format'
import { trendWords } from '@wayproof/messages/trend-words'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { drawnBullet } from '@wayproof/scorecard/drawing/bullet'
import { pastValues, yearlyTrend } from '@wayproof/scorecard/drawing/goal-trend'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { DRAWINGS } from '../contents/goal-row.ts'
import type { Block, GoalRow } from '../letter/letter-content.ts'
import { bulletSvg } from './bullet-svg.ts'
import type { Drawing, PdfBlock, PdfGoalRow } from './pdf-content.ts'
import { trendSvg } from './trend-svg.ts'

type Card = Pick<Scorecard, 'period' | 'verdicts'>

/** The blocks of a letter with a chart in each row of its goals. */
export function withBullets(
  blocks: readonly (Block | PdfBlock)[],
  verdicts: readonly Verdict[],
  locale: Locale,
): readonly PdfBlock[] {
  const bullets = new Map(
    verdicts.map((verdict) => [messages(locale).goals.names[verdict.goal], bullet(verdict, locale)]),
  )
  const charted = (row: GoalRow): PdfGoalRow => ({ ...row, chart: bullets.get(row.name) ?? null })
  return blocks.map((block) => (block.kind === 'goals' ? { kind: 'goals', rows: block.rows.map(charted) } : block))
}

function bullet(verdict: Verdict, locale: Locale): Drawing {
  const { reporting, scorecard } = messages(locale)
  const value = verdictValue(verdict, locale) ?? reporting.scorecard.noValue
  const drawn = drawnBullet(verdict)
  return {
    ...bulletSvg(drawn, axisLabels(verdict.goal, drawn.scale.high, locale), DRAWINGS[shapeOf(verdict)]),
    alt: reporting.scorecard.bullet(value, verdictTarget(verdict), scorecard.interval(verdict)),
  }
}

/**
 * Each goal in the same half of the last years, oldest first; `cards` end with the current one. First halves stand beside
 * first halves, and years beside years.
 */
export function trendBlocks(cards: readonly Card[], locale: Locale): readonly PdfBlock[] {
  const words = messages(locale)
  const { trends } = words.report
  const current = cards.at(-1)
  if (!current) return []
  const half = current.period.endsWith('H1') ? 'first' : 'second'
  const heading = { kind: 'heading', text: trends.heading[half] } as const
  const past = pastValues(cards)
  const isAlone =
    past['policy-publication'].filter(({ period }) => cards.some((card) => card.period === period)).length < 2
  if (isAlone) return [heading, { kind: 'paragraph', text: trends.none[half] }]
  const items = current.verdicts.map((verdict) => ({
    name: words.goals.names[verdict.goal],
    unit: trends.units[verdict.goal],
    drawing: trend(verdict, past[verdict.goal], locale),
  }))
  return [heading, { kind: 'caption', text: trends.caption[half] }, { kind: 'trends', items }]
}

function trend(verdict: Verdict, past: ReturnType<typeof pastValues>[Verdict['goal']], locale: Locale): Drawing {
  const words = messages(locale)
  const { scorecard, shell } = words.reporting
  const drawn = yearlyTrend(verdict, past)
  const [low, , high] = axisLabels(verdict.goal, drawn.high, locale)
  const labelOf = (value: number) =>
    verdict.goal === 'incident-reduction' ? count(value, locale) : percentDigits(value)
  const phrases = trendWords(verdict.goal, past, { locale, words })
  return {
    ...trendSvg(drawn, { ends: [low, high], labelOf }),
    alt: scorecard.sparkline(phrases.length > 0 ? phrases.join(shell.listed) : scorecard.noValue),
  }
}
