import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { Remedy } from '@wayproof/scorecard/closing/remedies/remedy'
import type { SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { bridgeLines } from '../contents/bridge-lines.ts'
import { excludedRows } from '../contents/excluded-rows.ts'
import { goalRow } from '../contents/goal-row.ts'
import type { Block } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { trendBlocks, withBullets } from './goal-charts.ts'
import { methodTerms } from './method-terms.ts'
import type { ChartedContent, PdfBlock } from './pdf-content.ts'

interface ReportingOrganisation extends Organisation {
  /** First day of its program; absent if it is unknown. */
  readonly programmeStart?: CalendarDate
}

export interface ReportChoices {
  readonly locale: Locale
  readonly organisation: ReportingOrganisation
  /**
   * Where and when it was published: the public version is without actions on red goals, which are internal, and with no
   * more than the number of agreed actions. Null for the internal one.
   */
  readonly published: { readonly on: CalendarDate; readonly address: string } | null
}

export interface SealedReportContent extends ChartedContent {
  /** The seal and how to cite the report; beside the blocks on a wide page, else after them. */
  readonly aside: readonly PdfBlock[]
}

/** The report of a closed half-year as blocks, for the PDF and the public page alike. */
export function sealedReportContent(report: SealedReport, choices: ReportChoices): SealedReportContent {
  const { locale, organisation, published } = choices
  const { report: words, scorecard: sentences, closing, editions } = messages(locale)
  const { scorecard, seal, earlier } = report
  const blocks: readonly (Block | PdfBlock)[] = [
    // The public page says it once for all its content.
    ...(organisation.sample && !published ? [{ kind: 'paragraph', text: words.sample } as const] : []),
    ...(published ? [] : internalActions(report, locale)),
    ...(published ? [] : [{ kind: 'heading', text: editions.letter.goalsHeading } as const]),
    { kind: 'goals', rows: scorecard.verdicts.map((verdict) => goalRow(verdict, locale)) },
    { kind: 'caption', text: words.legend },
    ...trendBlocks([...earlier, scorecard], locale),
    ...(published
      ? leftOut(scorecard, locale)
      : [...bridgeLines(scorecard, locale), ...excludedRows(scorecard, locale)]),
    ...doneAndPromised(report, choices),
    { kind: 'second-page' },
    { kind: 'heading', text: words.method.heading },
    { kind: 'terms', items: methodTerms(report, organisation.programmeStart ?? null, locale) },
    ...corrections(report, locale),
    ...definitions(scorecard, locale),
  ]
  const title = words.title(periodName(scorecard.period, locale))
  return {
    subject: title,
    kicker: words.kicker([
      organisationName(organisation, locale),
      title,
      ...(published ? [words.publishedOn(day(published.on, locale))] : []),
    ]),
    headline: sentences.headline(scorecard.standing),
    blocks: withBullets(blocks, scorecard.verdicts, locale),
    aside: [
      { kind: 'heading', text: words.sealHeading },
      { kind: 'paragraph', text: words.head(seal.code) },
      { kind: 'paragraph', text: words.check },
      { kind: 'button', label: words.checkLabel, link: 'sealCheck' },
      { kind: 'paragraph', text: words.seal(seal.number, seal.version, scorecard.ruleVersion) },
      ...citation(report, choices),
    ],
    foot: [
      { text: closing.sealed.line(seal) },
      { text: words.asOf(sentences.counted(scorecard.asOf, recordedOn({ seal }, seal.sealedOn))) },
      { text: words.hidden(report.smallestGroup) },
      { text: words.contact(organisationName(organisation, locale), organisation.contactEmail) },
    ],
  }
}

function internalActions({ remedies, agreed }: SealedReport, locale: Locale): readonly Block[] {
  const { report: words, goals } = messages(locale)
  const agreedActions = agreed.map(({ text, owner, dueOn, effect }) =>
    words.promised(text, words.planned(goals.owners[owner], day(dueOn, locale), effect)),
  )
  return [
    ...decided(words.actionsHeading, remedies.red.remedies, locale),
    ...decided(words.noWaveHeading, remedies.noWave.remedies, locale),
    ...decided(words.pastHeading, remedies.past, locale),
    ...(agreedActions.length > 0 ? section(words.agreedHeading, agreedActions, '') : []),
  ]
}

/** Improvements from travelers' answers, and the outcomes of earlier promises. */
function doneAndPromised(
  { improvements, agreed, cameOf }: SealedReport,
  { locale, published }: ReportChoices,
): readonly Block[] {
  const { report: words, goals, closing } = messages(locale)
  const owners: Readonly<Record<string, string>> = goals.owners
  const chosen = improvements.map(({ text, owner }) => words.promised(text[locale], owners[owner] ?? owner))
  const came = cameOf
    .filter(({ internal }) => internal === null || !published)
    .map(({ action, owner, internal, state, outcome }) => {
      const by = owners[owner] ?? owner
      const promised = internal ? words.planned(by, day(internal.dueOn, locale), internal.effect) : by
      return words.cameOf(words.promised(action[locale], promised), closing.outcomes[state], outcome)
    })
  return [
    ...section(words.saidHeading, chosen, words.noneSaid),
    ...(published && agreed.length > 0 ? [{ kind: 'paragraph', text: words.agreedCount(agreed.length) } as const] : []),
    ...(came.length > 0 ? section(words.cameOfHeading, came, '') : []),
  ]
}

/** Each replaced version with its reason and every changed figure. */
function corrections({ corrections: all }: SealedReport, locale: Locale): readonly PdfBlock[] {
  if (all.length === 0) return []
  const { closing, report } = messages(locale)
  const items = all.map(({ version, sealedOn, reason, changes }) => ({
    term: report.corrections.version(version, day(sealedOn, locale)),
    own: reason,
    text: changes.length === 0 ? closing.restated.noChange : changes.map(closing.change).join(' · '),
  }))
  return [
    { kind: 'heading', text: report.corrections.heading },
    { kind: 'terms', items },
  ]
}

function definitions({ verdicts }: Scorecard, locale: Locale): readonly PdfBlock[] {
  const { goals, report } = messages(locale)
  const { heading, goals: texts } = report.definitions
  const items = verdicts.map(({ goal }) => ({ term: goals.names[goal], text: texts[goal] }))
  return [
    { kind: 'heading', text: heading },
    { kind: 'terms', items },
  ]
}

function citation({ scorecard, seal }: SealedReport, choices: ReportChoices): readonly PdfBlock[] {
  const { locale, organisation, published } = choices
  if (!published) return []
  const { cite } = messages(locale).report
  const text = cite.text({
    organisation: organisationName(organisation, locale),
    year: published.on.slice(0, 4),
    period: periodName(scorecard.period, locale),
    on: day(published.on, locale),
    version: seal.version,
    address: published.address,
  })
  return [
    { kind: 'heading', text: cite.heading },
    { kind: 'citation', text },
  ]
}

/** Reports state only how many rows were excluded; the dashboard names them. */
const leftOut = ({ excluded = [] }: Scorecard, locale: Locale): readonly Block[] =>
  excluded.length === 0 ? [] : [{ kind: 'paragraph', text: messages(locale).report.leftOut(excluded.length) }]

const section = (heading: string, items: readonly string[], none: string): readonly Block[] => [
  { kind: 'heading', text: heading },
  items.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'list', items, own: true },
]

function decided(heading: string, remedies: readonly Remedy[], locale: Locale): readonly Block[] {
  if (remedies.length === 0) return []
  const { report: words, goals } = messages(locale)
  const items = remedies.map(({ goal, note, action, owner, dueOn, effect }) => ({
    lead: goals.names[goal],
    text: words.action({ note, action, owner: goals.owners[owner], due: day(dueOn, locale), effect }),
  }))
  return [
    { kind: 'heading', text: heading },
    { kind: 'numbered', items },
  ]
}
