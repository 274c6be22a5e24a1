import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { messages } from '@wayproof/messages/messages'
import { count, ratePercent } from '@wayproof/messages/number-format'
import { rungShares } from '@wayproof/scorecard/drawing/rung-shares'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { funnelRungs } from '@wayproof/survey/waves/funnel-rungs'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { executiveSummaryContent } from '../contents/executive-summary-content.ts'
import type { LetterOf } from '../letter/letter.ts'
import type { Organisation } from '../letter/organisation.ts'
import { accent, ink, soft } from '../rendering/letter-theme.ts'
import { TRACK } from '../rendering/status-colour.ts'
import { trendBlocks, withBullets } from './goal-charts.ts'
import type { PdfBlock, PdfContent } from './pdf-content.ts'
import { at, svgOf, textAt } from './svg-text.ts'

interface EditionFigures {
  readonly organisation: Organisation
  /** Oldest first, the current one last. */
  readonly cards: readonly Scorecard[]
  /** Funnel of the half-year's wave; null if there was none. */
  readonly funnel: Funnel | null
  readonly issuedOn: CalendarDate
}

/** Makes an edition for paper: the letter's content, decisions first, with charts, trends and the funnel. */
export function editionReport(
  letter: LetterOf<'executive-summary'>,
  { organisation, cards, funnel, issuedOn }: EditionFigures,
): PdfContent {
  const { locale } = letter
  const { report, editions } = messages(locale)
  const verdicts = cards.at(-1)?.verdicts ?? []
  const content = executiveSummaryContent(letter, organisation)
  const blocks = content.blocks
    .filter(({ kind }) => kind !== 'button')
    // The caption describes the bars of an email, which differ from these charts.
    .map((block) => (block.kind === 'caption' ? { ...block, text: report.legend } : block))
  return {
    ...content,
    blocks: [
      ...withBullets(blocks, verdicts, locale),
      ...trendBlocks(cards, locale),
      ...funnelBlocks(funnel, letter),
      { kind: 'button', label: editions.letter.check, link: 'sealCheck' },
    ],
    issuedOn,
  }
}

function funnelBlocks(funnel: Funnel | null, { locale }: LetterOf<'executive-summary'>): readonly PdfBlock[] {
  const { scorecard, shell } = messages(locale).reporting
  const words = scorecard.funnel
  const heading = { kind: 'heading', text: words.title } as const
  if (funnel === null) return [heading, { kind: 'paragraph', text: words.none }]
  const rungs = funnelRungs(funnel).map(({ step, people }) => ({
    label: words[step],
    count: people,
    text: count(people, locale),
  }))
  const alt = rungs.map(({ label, text }) => `${label} ${text}`).join(shell.listed)
  const { answered, invited } = funnel
  const rate = answered === null ? [] : [`${words.rate} ${ratePercent({ numerator: answered, denominator: invited })}`]
  return [
    heading,
    { kind: 'chart', drawing: { svg: funnelSvg(rungs), alt } },
    ...rate.map((text) => ({ kind: 'paragraph', text }) as const),
  ]
}

interface Rung {
  readonly label: string
  readonly count: number
  /** The count as it is read. */
  readonly text: string
}

const WIDTH = 500
const ROW = 22
const LABEL = 150
const COUNT = 70

/** Counts that come one from the other, as bars against the largest. */
function funnelSvg(rungs: readonly Rung[]): string {
  const shares = rungShares(rungs.map(({ count }) => count))
  const track = WIDTH - LABEL - COUNT
  const rows = rungs.map(({ label, text }, i) => {
    const y = i * ROW
    return [
      textAt(label, { x: 0, y: y + 15, size: 9.5, fill: soft }),
      `<rect x="${LABEL}" y="${y + 6}" width="${track}" height="10" rx="3" fill="${TRACK}"/>`,
      `<rect x="${LABEL}" y="${y + 6}" width="${at((shares[i] ?? 0) * track)}" height="10" rx="3" fill="${accent}"/>`,
      textAt(text, { x: WIDTH, y: y + 15, size: 9.5, fill: ink, anchor: 'end' }),
    ].join('')
  })
  return svgOf(WIDTH, rungs.length * ROW, rows)
}
