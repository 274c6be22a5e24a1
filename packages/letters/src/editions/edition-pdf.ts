import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { sameHalvesUpTo } from '@wayproof/scorecard/change/same-halves'
import { TREND_LENGTH } from '@wayproof/scorecard/drawing/goal-trend'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { sealCheckLink } from '../letter/links.ts'
import { editionReport } from '../pdf/edition-report.ts'
import { type ComposedEdition, editionLetter } from './compose-edition.ts'
import type { AttachedPdf } from './edition-store.ts'
import type { IssuePorts } from './ports.ts'

/** Editions whose letters to executives have a PDF attached. */
const WITH_PDF: ReadonlySet<string> = new Set(['record', 'sealed'])

/** Makes the PDF of an edition in one language: the executives' letter with its charts. Null if this edition has none. */
export async function editionPdf(
  ports: IssuePorts,
  composedEdition: ComposedEdition,
  locale: Locale,
): Promise<AttachedPdf | null> {
  const { organisation, reportPrinter, reportingUrl, survey } = ports
  const writer = await organisation.get()
  if (!reportPrinter || !writer || !WITH_PDF.has(composedEdition.heading.kind)) return null
  const { scorecard } = composedEdition.summary
  const content = editionReport(editionLetter(composedEdition, 'executive', locale), {
    organisation: writer,
    cards: [...(await cardsBefore(ports, scorecard)), scorecard],
    funnel: await survey.funnel(scorecard.period),
    issuedOn: composedEdition.heading.issuedOn,
  })
  const links = { sealCheck: sealCheckLink(reportingUrl, composedEdition.heading.code) }
  const bytes = await reportPrinter.print({ content, locale, links })
  return { bytes, digest: sha256(bytes) }
}

/** Reads the scorecards of the same half of earlier years that a trend shows, oldest first. */
async function cardsBefore(ports: IssuePorts, { period }: Scorecard): Promise<readonly Scorecard[]> {
  const start = (await ports.organisation.get())?.programmeStart ?? null
  const present = parsePeriod(period)
  const earlier = present ? sameHalvesUpTo(present, TREND_LENGTH).slice(0, -1) : []
  const cards: Scorecard[] = []
  for (const half of earlier.toReversed()) {
    const before = parsePeriod(half)
    if (before === null || (start !== null && lastDay(before) < start)) break
    const card = await readScorecard(ports, { period: half })
    if (!card.ok) break
    cards.unshift(card.value)
  }
  return cards
}
