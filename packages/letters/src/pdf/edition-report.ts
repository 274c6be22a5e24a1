import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { messages } from '@wayproof/messages/messages'
import { count, ratePercent } from '@wayproof/messages/number-format'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { funnelRungs } from '@wayproof/survey/waves/funnel-rungs'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { executiveSummaryContent } from '../contents/executive-summary-content.ts'
import type { LetterOf } from '../letter/letter.ts'
import type { Organisation } from '../letter/organisation.ts'
import { funnelSvg } from './funnel-svg.ts'
import { trendBlocks, withBullets } from './goal-charts.ts'
import type { PdfBlock, PdfContent } from './pdf-content.ts'

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
