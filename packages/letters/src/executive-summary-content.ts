import type { Locale } from '@wayproof/kernel'
import { day, messages, percent, periodName } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import type { LetterOf } from './letter.ts'
import type { Block, GoalRow, LetterContent, Shape } from './letter-content.ts'
import { type Organisation, organisationName } from './organisation.ts'

export function executiveSummaryContent(
  { locale, data }: LetterOf<'executive-summary'>,
  organisation: Organisation,
): LetterContent {
  const { letters, letterGoals, goals } = messages(locale)
  const { summary: words, contact, sample } = letters
  const { scorecard, decisions, improvements } = data.summary
  const period = periodName(scorecard.period, locale)
  const standing = letterGoals.standing(scorecard.standing)
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
    subject: words.subject(period, standing),
    kicker: words.kicker(period),
    headline:
      locale === 'en' ? `${standing} ${words.asked(decisions.length)}` : standing + words.asked(decisions.length),
    blocks: [
      { kind: 'goals', rows: scorecard.verdicts.map((verdict) => goalRow(verdict, locale)) },
      ...asked,
      { kind: 'heading', text: words.improvementsHeading },
      improvements.length === 0
        ? { kind: 'paragraph', text: words.noImprovement }
        : { kind: 'list', items: improvements },
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.asOf(day(scorecard.asOf, locale), scorecard.ruleVersion) },
      { text: words.reader },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}

function goalRow(verdict: Verdict, locale: Locale): GoalRow {
  const { letters, letterGoals, goals } = messages(locale)
  const shown = (value: number) =>
    verdict.goal === 'incident-reduction' ? reduction(value, locale) : percent(value, locale)
  return {
    shape: shapeOf(verdict),
    name: goals.names[verdict.goal],
    word: goals.words[verdict.verdict],
    detail: letterGoals.explain(verdict),
    value: verdict.value === null ? letters.summary.noValue : shown(verdict.value),
    target: letters.summary.target(shown(verdict.target)),
  }
}

/** Filled where chance is excluded or not involved, open where it is not excluded; unknown is never green. */
export function shapeOf({ verdict, status, demonstrated }: Verdict): Shape {
  if (verdict === 'unknown') return 'dashed-circle'
  if (status === 'amber') return 'triangle'
  if (verdict === 'missed') return 'filled-square'
  return demonstrated === false ? 'open-circle' : 'filled-circle'
}

/** A reduction as a change of the count, rounded towards missing the target: a third less is -33.3 %. */
function reduction(value: number, locale: Locale): string {
  if (value > 0) return `\u2212${percent(value, locale)}`
  return value === 0 ? `±${percent(0, locale)}` : `+${percent(Math.ceil(-value * 1000 - 1e-9) / 1000, locale)}`
}
