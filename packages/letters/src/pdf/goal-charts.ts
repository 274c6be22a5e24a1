import type { Locale } from '@wayproof/kernel/people/locale'
import { axisLabels, verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { count, percentDigits } from '@wayproof/messages/number-format'
import { trendWords } from '@wayproof/messages/trend-words'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { type DrawnBullet, drawnBullet, place } from '@wayproof/scorecard/drawing/bullet'
import { pastValues, yearlyTrend } from '@wayproof/scorecard/drawing/goal-trend'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { DRAWINGS } from '../contents/goal-row.ts'
import type { Block, GoalRow, Shape } from '../letter/letter-content.ts'
import { faint, grey, ink } from '../rendering/letter-theme.ts'
import { colourOf, PALE } from '../rendering/status-colour.ts'
import type { Drawing, PdfBlock, PdfGoalRow } from './pdf-content.ts'
import { at, type Layers, svgOf, textAt } from './svg-text.ts'
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

const WIDTH = 200
const HEIGHT = 44
const MIDDLE = 20
const LABEL = 11
/** Room for half a mark at each end. */
const PAD = 8

/**
 * A value against its target on a labeled axis from 0: pale bar for the interval, line for the target, mark of the
 * status for the figure; for leaks a gray dot for the baseline year.
 */
export function bulletSvg(
  { scale, value, target, interval, before }: DrawnBullet,
  [low, middle, high]: readonly [string, string, string],
  shape: Shape,
): Layers {
  const x = (position: number) => PAD + place(position, scale) * (WIDTH - 2 * PAD)
  const label = { y: HEIGHT - 3, size: LABEL, fill: faint }
  const axis = svgOf(WIDTH, HEIGHT, [
    `<path d="M${PAD} ${MIDDLE}H${WIDTH - PAD}M${PAD} ${MIDDLE - 3}v6M${WIDTH / 2} ${MIDDLE - 3}v6M${WIDTH - PAD} ${MIDDLE - 3}v6" fill="none" stroke="${LINE}" stroke-width="1.5"/>`,
    textAt(low, { ...label, x: 2 }),
    textAt(middle, { ...label, x: WIDTH / 2, anchor: 'middle' }),
    textAt(high, { ...label, x: WIDTH - 2, anchor: 'end' }),
  ])
  const svg = svgOf(WIDTH, HEIGHT, [
    ...(interval
      ? [
          `<rect x="${at(x(interval.lower))}" y="${MIDDLE - 7}" width="${at(x(interval.upper) - x(interval.lower))}" height="14" rx="3" fill="${PALE[shape]}"/>`,
        ]
      : []),
    ...(before
      ? [
          `<circle cx="${at(x(before.count))}" cy="${MIDDLE}" r="4" fill="${grey}"/>`,
          textAt(String(before.year), { ...label, ...besideDot(x(before.count)), y: MIDDLE - 8 }),
        ]
      : []),
    ...(target === null ? [] : [`<path d="M${at(x(target))} ${MIDDLE - 9}v18" stroke="${ink}" stroke-width="2.4"/>`]),
    ...(value === null ? [] : [mark(shape, x(value))]),
  ])
  return { axis, svg }
}

const LINE = '#c9ced5'

/** Keeps the text inside of the drawing. */
const besideDot = (x: number) =>
  ({ x, anchor: x < LABEL * 2 ? 'start' : x > WIDTH - LABEL * 2 ? 'end' : 'middle' }) as const

/** The outline of the status, so that it is seen without its color. */
function mark(shape: Shape, x: number): string {
  const { colour } = colourOf[shape]
  switch (shape) {
    case 'filled-square':
      return `<rect x="${at(x - 4.5)}" y="${MIDDLE - 4.5}" width="9" height="9" rx="1.5" fill="${colour}"/>`
    case 'triangle':
      return `<path d="M${at(x)} ${MIDDLE - 5.5}l5.5 10h-11z" fill="${colour}"/>`
    case 'filled-circle':
      return `<circle cx="${at(x)}" cy="${MIDDLE}" r="5" fill="${colour}"/>`
    default:
      return `<circle cx="${at(x)}" cy="${MIDDLE}" r="4" fill="#ffffff" stroke="${colour}" stroke-width="2.2"/>`
  }
}
