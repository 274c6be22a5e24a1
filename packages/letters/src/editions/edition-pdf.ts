import { type Locale, lastDay, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import { sha256 } from '@wayproof/kernel/keyring'
import { readScorecard, type Scorecard } from '@wayproof/scorecard'
import { TREND_LENGTH } from '@wayproof/scorecard/drawing'
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

/** Reads the scorecards that a trend shows before the current one, oldest first. */
async function cardsBefore(ports: IssuePorts, { period }: Scorecard): Promise<readonly Scorecard[]> {
  const start = (await ports.organisation.get())?.programmeStart ?? null
  const cards: Scorecard[] = []
  let half = parsePeriod(period)
  while (half && cards.length < TREND_LENGTH - 1) {
    half = previousPeriod(half)
    if (start !== null && lastDay(half) < start) break
    const card = await readScorecard(ports, { period: periodKey(half) })
    if (!card.ok) break
    cards.unshift(card.value)
  }
  return cards
}
