import { NO_BRAND } from '@wayproof/kernel/brand/brand'
import { type CalendarDate, dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { workingDaysAfter } from '@wayproof/kernel/calendar/working-day'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { figureChanges } from '@wayproof/scorecard/closing/figure-change'
import type { Edition, EditionHeading, EditionReaderKind, Release } from '@wayproof/scorecard/editions/edition'
import { editionFigures } from '@wayproof/scorecard/editions/edition-digest'
import { DECIDE_WORKING_DAYS } from '@wayproof/scorecard/editions/edition-settings'
import { type HoldReason, holdReasons } from '@wayproof/scorecard/editions/hold-reason'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { writeSummary } from '@wayproof/scorecard/write-summary'
import type { LetterOf } from '../letter/letter.ts'
import { sealCheckLink, summaryLink } from '../letter/links.ts'
import type { RenderedLetter } from '../rendering/letter-template.tsx'
import { renderLetter } from '../rendering/render-letter.ts'
import { readWaveDates } from './half-year-dates.ts'
import type { IssuePorts } from './ports.ts'

/** A restart takes less than two days; an edition that is later says so. */
const LATE_FROM_DAYS = 2

/** An edition before it is sent. */
export type EditionDraft = Pick<
  Edition,
  'id' | 'kind' | 'period' | 'occasion' | 'dueOn' | 'dueBecause' | 'openedAt' | 'heldAt' | 'sendsOn'
>

export interface ComposedEdition {
  readonly summary: ExecutiveSummary
  readonly figures: string
  readonly digest: string
  readonly heading: EditionHeading
  /** Its gaps. */
  readonly reasons: readonly HoldReason[]
}

export interface Composing {
  readonly release: Release
  readonly comment: EditionHeading['comment']
  readonly at: Instant
}

/** Composes an edition sent at `at`. Faults: those of a summary, `organisation-missing`. */
export async function composeEdition(
  ports: IssuePorts,
  draft: EditionDraft,
  { release, comment, at }: Composing,
): Promise<Outcome<ComposedEdition>> {
  const { editions, survey, timeZone, organisation } = ports
  if (!(await organisation.get())) return fail('organisation-missing')
  const outcome = await writeSummary(ports, { period: draft.period })
  if (!outcome.ok) return outcome
  const summary = outcome.value
  const { figures, digest, code } = editionFigures(summary)
  const reasons = draft.kind === 'record' ? await lackingNow(ports, draft.period, summary, at) : []
  const before = await editions.lastSent(draft.period)
  const issuedOn = dateAt(at, timeZone)
  const { localHolidays } = await survey.programme()
  const heading: EditionHeading = {
    id: draft.id,
    kind: draft.kind,
    occasion: draft.occasion,
    issuedOn,
    dueOn: draft.dueOn,
    dueBecause: draft.dueBecause,
    lateDays: lateBy(draft.dueOn, dateAt(draft.openedAt, timeZone)),
    release,
    gaps: reasons,
    decideBy: workingDaysAfter(issuedOn, DECIDE_WORKING_DAYS, localHolidays),
    comment,
    code,
    since: before && {
      kind: before.kind,
      issuedOn: dateAt(before.endedAt ?? before.openedAt, timeZone),
      changes: figureChanges(before.summary.scorecard, summary.scorecard),
    },
  }
  return ok({ summary, figures, digest, heading, reasons })
}

/** Lists the gaps that the edition of record of a half-year would have now. Faults: those of a summary. */
export async function editionGaps(ports: IssuePorts, period: PeriodKey): Promise<Outcome<readonly HoldReason[]>> {
  const outcome = await writeSummary(ports, { period })
  return outcome.ok ? ok(await lackingNow(ports, period, outcome.value, ports.clock.now())) : outcome
}

/** Lists the gaps that the half-year's edition of record has at `at`. */
async function lackingNow(
  ports: IssuePorts,
  period: PeriodKey,
  { scorecard }: ExecutiveSummary,
  at: Instant,
): Promise<readonly HoldReason[]> {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  const { editions, timeZone } = ports
  return holdReasons({
    half,
    scorecard,
    wave: await readWaveDates(ports, period),
    recorded: await editions.recordedAt(),
    today: dateAt(at, timeZone),
    timeZone,
  })
}

function lateBy(dueOn: CalendarDate, openedOn: CalendarDate): number {
  const days = daysBetween(dueOn, openedOn)
  return days < LATE_FROM_DAYS ? 0 : days
}

export const editionLetter = (
  { summary, heading }: ComposedEdition,
  reader: EditionReaderKind,
  locale: Locale,
): LetterOf<'executive-summary'> => ({
  kind: 'executive-summary',
  locale,
  data: { summary, recordedOn: recordedOn(summary.scorecard, heading.issuedOn), edition: heading, reader },
})

/** Renders the letter of an edition exactly as it is sent. */
export async function renderEdition(
  { organisation, reportingUrl }: IssuePorts,
  composedEdition: ComposedEdition,
  reader: EditionReaderKind,
  locale: Locale,
): Promise<RenderedLetter> {
  const writer = await organisation.get()
  if (!writer) throw new Error('no organisation is named')
  const links = {
    reporting: summaryLink(reportingUrl, composedEdition.summary.scorecard.period),
    sealCheck: sealCheckLink(reportingUrl, composedEdition.heading.code),
  }
  return renderLetter(editionLetter(composedEdition, reader, locale), {
    // Kept as it is sent, except for the brand, which it gets when it leaves.
    organisation: { ...writer, brand: NO_BRAND },
    links,
  })
}
