import { type Locale, organisationName } from '@wayproof/kernel'
import { day, messages, periodName } from '@wayproof/messages'
import type { Remedy, Scorecard, SealedReport } from '@wayproof/scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { bridgeLines } from '../contents/bridge-lines.ts'
import { excludedRows } from '../contents/excluded-rows.ts'
import { goalRow } from '../contents/goal-row.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { trendLines } from './trend-lines.ts'

export interface ReportChoices {
  readonly locale: Locale
  readonly organisation: Organisation
  /** Public version: without actions on red goals, which are internal, and with no more than the number of agreed actions. */
  readonly publicly: boolean
}

/** The report of a closed half-year as blocks of text, for the PDF and the public page alike. */
export function sealedReportContent(report: SealedReport, choices: ReportChoices): LetterContent {
  const { locale, organisation, publicly } = choices
  const { report: words, scorecard: sentences, goals, closing, editions } = messages(locale)
  const { scorecard, seal, earlier, improvements, remedies, agreed, cameOf } = report
  const headline = sentences.headline(scorecard.standing)
  const owners: Readonly<Record<string, string>> = goals.owners
  const improvementLines = improvements.map(({ text, owner }) => words.promised(text[locale], owners[owner] ?? owner))
  const agreedActions = agreed.map(({ text, owner, dueOn, effect }) =>
    words.promised(text, words.planned(goals.owners[owner], day(dueOn, locale), effect)),
  )
  const came = cameOf
    .filter(({ internal }) => internal === null || !publicly)
    .map(({ action, owner, internal, state, outcome }) => {
      const by = owners[owner] ?? owner
      const promised = internal ? words.planned(by, day(internal.dueOn, locale), internal.effect) : by
      return words.cameOf(words.promised(action[locale], promised), closing.outcomes[state], outcome)
    })
  return {
    subject: words.title(periodName(scorecard.period, locale)),
    kicker: words.title(periodName(scorecard.period, locale)),
    headline,
    blocks: [
      // The public page says it once for all its content.
      ...(organisation.sample && !publicly ? [{ kind: 'paragraph', text: words.sample } as const] : []),
      ...(publicly
        ? []
        : [
            ...decided(words.actionsHeading, remedies.red.remedies, locale),
            ...decided(words.noWaveHeading, remedies.noWave.remedies, locale),
            ...decided(words.pastHeading, remedies.past, locale),
            ...(agreedActions.length > 0 ? section(words.agreedHeading, agreedActions, '') : []),
          ]),
      ...(publicly ? [] : [{ kind: 'heading', text: editions.letter.goalsHeading } as const]),
      { kind: 'goals', rows: scorecard.verdicts.map((verdict) => goalRow(verdict, locale)) },
      ...(publicly
        ? leftOut(scorecard, locale)
        : [...bridgeLines(scorecard, locale), ...excludedRows(scorecard, locale)]),
      ...section(words.trendHeading, trendLines([...earlier, scorecard], locale), words.noEarlier),
      ...section(words.saidHeading, improvementLines, words.noneSaid),
      ...(publicly && agreed.length > 0
        ? [{ kind: 'paragraph', text: words.agreedCount(agreed.length) } as const]
        : []),
      ...(came.length > 0 ? section(words.cameOfHeading, came, '') : []),
      { kind: 'heading', text: words.sealHeading },
      { kind: 'paragraph', text: words.head(seal.code) },
      { kind: 'paragraph', text: publicly ? words.compare : words.check },
      ...(publicly ? [] : [{ kind: 'button', label: words.checkLabel, link: 'sealCheck' } as const]),
      { kind: 'paragraph', text: words.seal(seal.number, seal.version, scorecard.ruleVersion) },
      ...restated(report, locale),
    ],
    foot: [
      { text: closing.sealed.line(seal) },
      { text: words.asOf(sentences.counted(scorecard.asOf, recordedOn({ seal }, seal.sealedOn))) },
      { text: words.hidden(report.smallestGroup) },
      { text: words.contact(organisationName(organisation, locale), organisation.contactEmail) },
    ],
  }
}

/** The reason why a version was replaced, and every changed figure. */
function restated({ seal, changes }: SealedReport, locale: Locale): readonly Block[] {
  if (!seal.reason) return []
  const { closing } = messages(locale)
  const { why, changes: heading, noChange } = closing.restated
  return [
    { kind: 'heading', text: why },
    { kind: 'list', items: [seal.reason], own: true },
    { kind: 'heading', text: heading },
    changes.length === 0 ? { kind: 'paragraph', text: noChange } : { kind: 'list', items: changes.map(closing.change) },
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
