import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { sameHalvesUpTo } from '@wayproof/scorecard/change/same-halves'
import { TREND_LENGTH } from '@wayproof/scorecard/drawing/goal-trend'
import type { Release } from '@wayproof/scorecard/editions/edition'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { sealCheckLink } from '../letter/links.ts'
import { editionReport } from '../pdf/edition-report.ts'
import {
  type ComposedEdition,
  composeEdition,
  type EditionDraft,
  editionLetter,
  renderEdition,
} from './compose-edition.ts'
import type { ArchivedWhole, AttachedPdf, EditionReader, IssuedLetter } from './edition-store.ts'
import type { IssuePorts } from './ports.ts'

export interface IssueEdition {
  readonly release: Release
  /** The officer who sends it; null if it is sent on its date. */
  readonly by: { readonly id: Id; readonly name: string } | null
  readonly comment: string | null
  /** Absent: all readers. */
  readonly readers?: readonly EditionReader[]
}

/**
 * Sends an edition: its letters are archived byte for byte and posted in one transaction, so each reader gets it once.
 * Returns the number of readers. Faults: those of `composeEdition`, and `edition-ended` if it was sent or superseded.
 */
export async function issueEdition(
  ports: IssuePorts,
  draft: EditionDraft,
  { release, by, comment, readers }: IssueEdition,
): Promise<Outcome<{ readonly people: number }>> {
  const at = ports.clock.now()
  const signed = comment === null || by === null ? null : { text: comment, by: by.name }
  const outcome = await composeEdition(ports, draft, { release, comment: signed, at })
  if (!outcome.ok) return outcome
  const { figures, digest, reasons } = outcome.value
  const to = readers ?? (await ports.editions.readers())
  const isIssued = await ports.editions.issue({
    ...draft,
    ...{ release, by, comment, figures, digest, reasons, at },
    archive: await archiveOf(ports, outcome.value, to),
    letters: to.map((reader) => letterTo(outcome.value, reader)),
  })
  return isIssued ? ok({ people: to.length }) : fail('edition-ended')
}

/**
 * Renders one letter per kind of reader and language; executives' letters in every language, for the archive's readers.
 */
async function archiveOf(
  ports: IssuePorts,
  composedEdition: ComposedEdition,
  readers: readonly EditionReader[],
): Promise<readonly ArchivedWhole[]> {
  const wanted = new Map(
    [...LOCALES.map((locale) => ({ reader: 'executive', locale }) as const), ...readers].map(({ reader, locale }) => [
      `${reader} ${locale}`,
      { reader, locale },
    ]),
  )
  const archive: ArchivedWhole[] = []
  for (const { reader, locale } of wanted.values()) {
    const { subject, html, text } = await renderEdition(ports, composedEdition, reader, locale)
    const pdf = reader === 'executive' ? await editionPdf(ports, composedEdition, locale) : null
    archive.push({ reader, locale, subject, html, text, pdf })
  }
  return archive
}

const letterTo = (composedEdition: ComposedEdition, reader: EditionReader): IssuedLetter => ({
  reader,
  posted: {
    letter: editionLetter(composedEdition, reader.reader, reader.locale),
    recipient: { kind: 'user', id: reader.id },
    dedupeKey: `edition:${composedEdition.heading.id}:${reader.id}`,
  },
})

/** Editions whose letters to executives have a PDF attached. */
const WITH_PDF: ReadonlySet<string> = new Set(['record', 'sealed'])

/** Makes the PDF of an edition in one language: the executives' letter with its charts. Null if this edition has none. */
async function editionPdf(
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
