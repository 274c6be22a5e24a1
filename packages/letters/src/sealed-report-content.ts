import { type Locale, organisationName } from '@wayproof/kernel'
import { day, messages, periodName, verdictValue } from '@wayproof/messages'
import type { Remedy, Scorecard, SealedReport, Verdict } from '@wayproof/scorecard'
import { leaksAgainstCap } from '@wayproof/scorecard/leaks-against-cap'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { excludedRows } from './excluded-rows.ts'
import { goalRow } from './goal-row.ts'
import type { Block, LetterContent } from './letter-content.ts'
import type { Organisation } from './organisation.ts'

export interface ReportChoices {
  readonly locale: Locale
  readonly organisation: Organisation
  /** For everybody: without the actions on red goals, which are the house's own. */
  readonly publicly: boolean
}

/** The report of a closed half-year as blocks of text, for the PDF and the public page alike. */
export function sealedReportContent(report: SealedReport, choices: ReportChoices): LetterContent {
  const { locale, organisation, publicly } = choices
  const { report: words, scorecard: sentences, goals, closing } = messages(locale)
  const { scorecard, seal, improvements, remedies, cameOf } = report
  const headline = sentences.headline(scorecard.standing)
  const owners: Readonly<Record<string, string>> = goals.owners
  const said = improvements.map(({ text, owner }) => words.promised(text[locale], owners[owner] ?? owner))
  const came = cameOf
    .filter(({ remedy }) => remedy === null || !publicly)
    .map(({ action, owner, remedy, state, outcome }) => {
      const by = owners[owner] ?? owner
      const promised = remedy ? words.planned(by, day(remedy.dueOn, locale), remedy.effect) : by
      return words.cameOf(words.promised(action[locale], promised), closing.outcomes[state], outcome)
    })
  return {
    subject: words.title(periodName(scorecard.period, locale)),
    kicker: words.title(periodName(scorecard.period, locale)),
    headline,
    blocks: [
      // The public page says it of every page.
      ...(organisation.sample && !publicly ? [{ kind: 'paragraph', text: words.sample } as const] : []),
      { kind: 'goals', rows: scorecard.verdicts.map((verdict) => goalRow(verdict, locale)) },
      ...(publicly ? leftOut(scorecard, locale) : excludedRows(scorecard, locale)),
      ...section(words.trendHeading, courses(report, locale), words.noEarlier),
      ...section(words.saidHeading, said, words.noneSaid),
      ...(came.length > 0 ? section(words.cameOfHeading, came, '') : []),
      ...(publicly
        ? []
        : [
            ...decided(words.actionsHeading, remedies.red.remedies, locale),
            ...decided(words.noWaveHeading, remedies.noWave.remedies, locale),
            ...decided(words.pastHeading, remedies.past, locale),
          ]),
      { kind: 'heading', text: words.sealHeading },
      { kind: 'paragraph', text: words.head(seal.code) },
      { kind: 'paragraph', text: publicly ? words.compare : words.verify(seal.code) },
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

/** Why a version was replaced, and every figure that is another since. */
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

/** Everybody is told that rows were left out, and how many; who they are is told inside. */
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

/** One line a goal: its figure in the half-years before, and in this one. */
function courses({ earlier, scorecard }: SealedReport, locale: Locale): readonly string[] {
  if (earlier.length === 0) return []
  const { report: words, goals } = messages(locale)
  const point = (period: string, verdict: Verdict | undefined) =>
    words.point(periodName(period, locale), (verdict && pointValue(verdict, locale)) ?? words.noValue)
  return scorecard.verdicts.map((now) => {
    const before = earlier.map(({ period, verdicts }) =>
      point(
        period,
        verdicts.find(({ goal }) => goal === now.goal),
      ),
    )
    return words.trend(goals.names[now.goal], [...before, point(scorecard.period, now)])
  })
}

/** Leaks as their count against the cap: reductions on two baselines do not compare. */
function pointValue(verdict: Verdict, locale: Locale): string | null {
  if (verdict.goal !== 'incident-reduction') return verdictValue(verdict, locale)
  const leaks = leaksAgainstCap(verdict)
  return leaks && messages(locale).scorecard.leaks(leaks)
}
