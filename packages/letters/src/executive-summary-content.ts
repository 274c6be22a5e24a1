import type { Locale } from '@wayproof/kernel'
import { day, messages, periodName, verdictValue } from '@wayproof/messages'
import type { ExecutiveSummary, Scorecard, Verdict } from '@wayproof/scorecard'
import type { LetterOf } from './letter.ts'
import type { Block, GoalRow, LetterContent, Shape } from './letter-content.ts'
import { type Organisation, organisationName } from './organisation.ts'

export function executiveSummaryContent(
  { locale, data }: LetterOf<'executive-summary'>,
  organisation: Organisation,
): LetterContent {
  const { letters, scorecard: sentences, goals, closing } = messages(locale)
  const { sealed, outcomes } = closing
  const { summary: words, contact, sample } = letters
  const { scorecard, decisions, improvements, cameOf, head } = data.summary
  const period = periodName(scorecard.period, locale)
  const headline = sentences.headline(scorecard.standing)
  const asked: readonly Block[] =
    decisions.length === 0
      ? []
      : [
          { kind: 'heading', text: words.decisionsHeading },
          {
            kind: 'numbered',
            items: decisions.map((decision) => ({
              lead: words.decisionLead(goals.names[decision.goal]),
              text: words.decision(decision, decision.owner, goals.owners[decision.owner]),
            })),
          },
        ]
  return {
    subject: words.subject(period, headline),
    kicker: words.kicker(period),
    headline,
    blocks: [
      { kind: 'paragraph', text: words.asked(decisions.length) },
      { kind: 'goals', rows: scorecard.verdicts.map((verdict) => goalRow(verdict, data.summary, locale)) },
      ...excludedRows(scorecard, locale),
      ...asked,
      { kind: 'heading', text: words.improvementsHeading },
      improvements.length === 0
        ? { kind: 'paragraph', text: words.noImprovement }
        : { kind: 'list', items: improvements.map((text) => text[locale]), own: true },
      ...(cameOf.length === 0
        ? []
        : ([
            { kind: 'heading', text: words.cameOfHeading },
            {
              kind: 'list',
              items: cameOf.map(({ action, state, outcome }) => words.cameOf(action[locale], outcomes[state], outcome)),
              own: true,
            },
          ] as const)),
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.asOf(day(scorecard.asOf, locale), scorecard.ruleVersion) },
      { text: sealed.line(scorecard.seal) },
      ...(head ? [{ text: sealed.head(head) }] : []),
      { text: words.reader },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}

/** What two people left out of a share is told beside the figures, with the reason. */
export function excludedRows({ excluded }: Scorecard, locale: Locale): readonly Block[] {
  if (!excluded?.length) return []
  const { heading, row } = messages(locale).scorecard.excluded
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: excluded.map(row), own: true },
  ]
}

/** What stands beside a verdict in a letter; nothing in a report, which is read long after. */
interface BesideGoals {
  readonly ways: ExecutiveSummary['ways']
  readonly scorecard: Pick<Scorecard, 'changes'>
}

export function goalRow(verdict: Verdict, { ways, scorecard: { changes } }: BesideGoals, locale: Locale): GoalRow {
  const { letters, scorecard, goals } = messages(locale)
  const way = ways.find(({ goal }) => goal === verdict.goal)
  const change = changes.find(({ goal }) => goal === verdict.goal)
  const changed = change && scorecard.waveChanges.line(change)
  return {
    shape: shapeOf(verdict),
    name: goals.names[verdict.goal],
    word: goals.words[verdict.verdict],
    detail: scorecard.line(verdict),
    beside: [...(way ? [scorecard.ways.way(way)] : []), ...(changed ? [changed] : [])],
    ...changedCloseNote(verdict, locale),
    value: verdictValue(verdict, locale) ?? letters.summary.noValue,
    target: scorecard.target(verdict),
  }
}

function changedCloseNote(verdict: Verdict, locale: Locale): Pick<GoalRow, 'note'> {
  const change = verdict.goal === 'customer-satisfaction' ? verdict.figures.changedClose : null
  if (change === null) return {}
  const { changedClose, changedCloseReason } = messages(locale).scorecard
  return { note: { text: `${changedClose(change)} ${changedCloseReason}`.trim(), own: change.reason } }
}

/** Filled where chance is excluded or not involved, open where it is not excluded; unknown is never green. */
export function shapeOf({ verdict, status, demonstrated }: Verdict): Shape {
  if (verdict === 'unknown') return 'dashed-circle'
  if (status === 'amber') return 'triangle'
  if (verdict === 'missed') return 'filled-square'
  return demonstrated === false ? 'open-circle' : 'filled-circle'
}
