import { type Locale, organisationName } from '@wayproof/kernel'
import { messages, periodName } from '@wayproof/messages'
import type { ExecutiveSummary, Verdict } from '@wayproof/scorecard'
import { excludedRows } from './excluded-rows.ts'
import { goalRow } from './goal-row.ts'
import type { LetterOf } from './letter.ts'
import type { Block, GoalRow, LetterContent } from './letter-content.ts'
import type { Organisation } from './organisation.ts'

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
      { kind: 'goals', rows: scorecard.verdicts.map((verdict) => summaryRow(verdict, data.summary, locale)) },
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
      { text: words.asOf(sentences.counted(scorecard.asOf, data.recordedOn ?? null), scorecard.ruleVersion) },
      { text: sealed.line(scorecard.seal) },
      ...(head ? [{ text: sealed.head(head) }] : []),
      { text: words.reader },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}

/** The goal's row with what would make it green and how it changed. */
function summaryRow(verdict: Verdict, summary: ExecutiveSummary, locale: Locale): GoalRow {
  const { scorecard } = messages(locale)
  const way = summary.ways.find(({ goal }) => goal === verdict.goal)
  const change = summary.scorecard.changes.find(({ goal }) => goal === verdict.goal)
  const changed = change && scorecard.waveChanges.line(change)
  const beside = [...(way ? [scorecard.ways.way(way)] : []), ...(changed ? [changed] : [])]
  return { ...goalRow(verdict, locale), beside }
}
