import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { type ComingEdition, comingEditions } from '@wayproof/scorecard/editions/coming-editions'
import { type EditionReaderKind, MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import type { EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import { composeEdition, renderEdition } from './compose-edition.ts'
import { draftNow } from './decide-edition.ts'
import { readHalfYearDates } from './half-year-dates.ts'
import type { EditionPorts, IssuePorts } from './ports.ts'

/** A waiting edition, or one of a half-year that is sent now. */
export type PreviewEdition = ({ readonly id: Id } | { readonly period: string }) & {
  readonly reader: EditionReaderKind
  readonly locale: Locale
  readonly comment: string
  readonly by: string
}

export interface PreviewedEdition {
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Gaps it would have. */
  readonly reasons: readonly HoldReason[]
}

/**
 * Renders the letter exactly as it would be sent now. Faults: `edition-unknown`, `edition-ended`, `comment-too-long`,
 * those of a summary.
 */
export async function previewEdition(ports: IssuePorts, command: PreviewEdition): Promise<Outcome<PreviewedEdition>> {
  const { reader, locale, comment, by } = command
  if ([...comment].length > MOST_COMMENT_CHARACTERS) return fail('comment-too-long')
  const edition = 'id' in command ? await ports.editions.find(command.id) : null
  if ('id' in command && !edition) return fail('edition-unknown')
  if (edition?.state === 'sent' || edition?.state === 'superseded') return fail('edition-ended')
  const draft = edition ?? draftNow(ports, 'period' in command ? command.period : '')
  const release = edition === null ? 'officer' : edition.state === 'held' ? 'as-is' : 'approved'
  const signed = comment === '' ? null : { text: comment, by }
  const outcome = await composeEdition(ports, draft, { release, comment: signed, at: ports.clock.now() })
  if (!outcome.ok) return outcome
  const { subject, html, text } = await renderEdition(ports, outcome.value, reader, locale)
  return ok({ subject, html, text, reasons: outcome.value.reasons })
}

/** Lists the future editions under these settings, by date. */
export async function listComingEditions(
  ports: EditionPorts,
  settings: EditionSettings,
): Promise<readonly ComingEdition[]> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const period = periodOf('half-year', today)
  const halves = [previousPeriod(period), period]
  const halfYears = await Promise.all(halves.map((half) => readHalfYearDates(ports, half)))
  const editions = await ports.editions.list()
  return comingEditions(today, halfYears, settings).filter(
    ({ kind, occasion }) => !editions.some((edition) => edition.kind === kind && edition.occasion === occasion),
  )
}
