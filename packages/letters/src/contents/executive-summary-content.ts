import type { Locale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { EditionHeading, EditionReaderKind } from '@wayproof/scorecard/editions/edition'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, FootLine, GoalRow, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { bridgeLines } from './bridge-lines.ts'
import { aboutEdition, changesSince } from './edition-blocks.ts'
import { excludedRows } from './excluded-rows.ts'
import { goalRow } from './goal-row.ts'

export function executiveSummaryContent(
  { locale, data }: LetterOf<'executive-summary'>,
  organisation: Organisation,
): LetterContent {
  const { letters, scorecard: sentences, editions } = messages(locale)
  const { summary: words } = letters
  const { summary, edition, reader = 'executive' } = data
  const { scorecard, decisions } = summary
  const period = periodName(scorecard.period, locale)
  const headline = sentences.headline(scorecard.standing)
  const { met, rest } = sentences.headlineParts(scorecard.standing)
  const named = edition && editions.letter.of(edition.kind, edition.occasion)
  return {
    subject: named ? editions.letter.subject(named, period, headline) : words.subject(period, headline),
    kicker: named
      ? editions.letter.kicker(organisationName(organisation, locale), period, named)
      : words.kicker(period),
    headline: editions.letter.headline(met, words.asked(decisions.length)),
    blocks: [
      { kind: 'paragraph', text: editions.letter.lead(rest, sentences.overall(scorecard.standing)) },
      ...(edition ? aboutEdition(edition, locale) : []),
      ...decisionsAsked(summary, edition, locale),
      { kind: 'heading', text: editions.letter.goalsHeading },
      {
        kind: 'goals',
        rows: inOrder(scorecard.verdicts, reader).map((verdict) => summaryRow(verdict, summary, locale)),
      },
      { kind: 'caption', text: editions.letter.bars },
      ...bridgeLines(scorecard, locale),
      ...excludedRows(scorecard, locale),
      ...(edition?.since ? changesSince(edition.since, locale) : []),
      ...promised(summary, locale),
      { kind: 'button', label: editions.letter.open(period), link: 'reporting' },
    ],
    foot: [...(edition ? [stampOf(edition, locale)] : []), ...footOf(data, organisation, locale)],
  }
}

/** The goals in the paper's order; an owner's own first. */
const inOrder = (verdicts: readonly Verdict[], reader: EditionReaderKind): readonly Verdict[] => [
  ...verdicts.filter(({ owner }) => owner === reader),
  ...verdicts.filter(({ owner }) => owner !== reader),
]

function decisionsAsked(
  { decisions }: ExecutiveSummary,
  edition: EditionHeading | undefined,
  locale: Locale,
): readonly Block[] {
  if (decisions.length === 0) return []
  const { letters, goals, editions } = messages(locale)
  const due = edition?.decideBy ? ([editions.letter.by, day(edition.decideBy, locale)] as const) : null
  const items = decisions.map((decision) => ({
    title: letters.summary.decisionAsked(decision),
    detail: editions.letter.detail(goals.names[decision.goal], goals.owners[decision.owner]),
    due,
  }))
  return [
    { kind: 'heading', text: letters.summary.decisionsHeading },
    { kind: 'decisions', items },
  ]
}

/** The improvements chosen from travelers' answers, and the results of earlier promises. */
function promised({ improvements, cameOf }: ExecutiveSummary, locale: Locale): readonly Block[] {
  const { letters, closing } = messages(locale)
  const { summary: words } = letters
  const outcomes = cameOf.map(({ action, state, outcome }) =>
    words.cameOf(action[locale], closing.outcomes[state], outcome),
  )
  return [
    { kind: 'heading', text: words.improvementsHeading },
    improvements.length === 0
      ? { kind: 'paragraph', text: words.noImprovement }
      : { kind: 'list', items: improvements.map((text) => text[locale]), own: true },
    ...(outcomes.length === 0
      ? []
      : ([
          { kind: 'heading', text: words.cameOfHeading },
          { kind: 'list', items: outcomes, own: true },
        ] as const)),
  ]
}

function stampOf({ kind, occasion, issuedOn, code }: EditionHeading, locale: Locale): FootLine {
  const { letter } = messages(locale).editions
  const link = { label: letter.check, name: 'sealCheck' } as const
  return { text: letter.issued(letter.of(kind, occasion), day(issuedOn, locale)), code, link }
}

function footOf(
  { summary: { scorecard, head }, recordedOn, edition, reader = 'executive' }: LetterOf<'executive-summary'>['data'],
  organisation: Organisation,
  locale: Locale,
): readonly FootLine[] {
  const { letters, closing, editions, scorecard: sentences } = messages(locale)
  const { summary: words, contact, sample } = letters
  const why = editions.letter.reader[reader === 'executive' ? 'executive' : 'owner']
  return [
    { text: words.asOf(sentences.counted(scorecard.asOf, recordedOn ?? null), scorecard.ruleVersion) },
    { text: closing.sealed.line(scorecard.seal) },
    ...(head ? [{ text: closing.sealed.head(head) }] : []),
    { text: edition ? why : words.reader },
    { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
    ...(organisation.sample ? [{ text: sample }] : []),
  ]
}

/** The goal's row with what would make it green and how it changed. */
function summaryRow(verdict: Verdict, summary: ExecutiveSummary, locale: Locale): GoalRow {
  const { scorecard } = messages(locale)
  const way = summary.ways.find(({ goal }) => goal === verdict.goal)
  const change = summary.scorecard.changes.find(({ goal }) => goal === verdict.goal)
  const changed = change && scorecard.waveChanges.line(change)
  const row = goalRow(verdict, locale)
  const beside = [...row.beside, ...(way ? [scorecard.gaps.gap(way)] : []), ...(changed ? [changed] : [])]
  const { value, interval, target } = verdict
  const ends = interval && ([interval.lower, interval.upper] as const)
  return {
    ...row,
    beside,
    ...(value === null ? {} : { bar: { value, interval: ends, target } }),
  }
}
