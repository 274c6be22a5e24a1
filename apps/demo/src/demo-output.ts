import type { Locale } from '@wayproof/kernel/people/locale'
import { verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { strengthOf } from '@wayproof/scorecard/claims/claim'
import { verdictClaim } from '@wayproof/scorecard/claims/verdict-claim'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { DemoResult } from './demo-run.ts'
import type { OpenSurvey } from './demo-today.ts'

/**
 * The result as one JSON object: shares are 0-1, an incident value is the reduction of the count. `open`: the survey that is
 * open, of a later half-year.
 */
export function demoJson(
  result: DemoResult,
  seconds: number,
  open: Pick<OpenSurvey, 'period' | 'invited'> | null = null,
): string {
  return JSON.stringify({
    period: result.period,
    invitations: { sent: result.sent, delivered: result.delivered },
    answers: { stored: result.answers },
    goals: result.scorecard.verdicts.map((judged) => {
      const { goal, verdict, status, value, target, missing } = judged
      return { goal, verdict, strength: strengthOf(verdictClaim(judged)).strength, status, value, target, missing }
    }),
    summaries: result.summaries,
    history: result.history.map(({ period, sent, answers, verdicts }) => ({
      ...{ period, invitations: { sent }, answers: { stored: answers } },
      goals: verdicts.map(({ goal, verdict, status, value, missing }) => ({ goal, verdict, status, value, missing })),
    })),
    ...(open === null ? {} : { open: { period: open.period, invitations: { sent: open.invited } } }),
    seconds,
  })
}

/** Width of a column in a terminal: a Chinese character takes two places. */
const width = (text: string) =>
  [...text].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\uffef]/.test(char) ? 2 : 1), 0)
const pad = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)))

const MARKS = { demonstrated: '●', met: '○', amber: '▲', missed: '■', unknown: '◌' }

export function scorecardTable(result: DemoResult, locale: Locale): string {
  const { goals, scorecard, commands } = messages(locale)
  const { columns } = commands.demo
  const rows = result.scorecard.verdicts.map((verdict) => [
    `${MARKS[shapeOf(verdict)]} ${goals.names[verdict.goal]}`,
    scorecard.claims.verdict(verdict),
    verdictValue(verdict, locale) ?? '–',
    verdictTarget(verdict),
    verdict.missing === null ? '–' : String(verdict.missing),
  ])
  const { goal, verdict, value, target, missing } = columns
  const tableRows = [[`  ${goal(result.period)}`, verdict, value, target, missing], ...rows]
  const widths = tableRows[0]!.map((_, i) => Math.max(...tableRows.map((row) => width(row[i]!))) + 2)
  return tableRows
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]!))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

export interface DemoPlaces {
  readonly surveyUrl: string
  readonly reportingUrl: string
  readonly mailboxUrl: string
  readonly data: string
}

export function placesTable(demoPlaces: DemoPlaces, locale: Locale): string {
  const { places, surveyPlace } = messages(locale).commands.demo
  const rows = [
    [places.survey, surveyPlace(demoPlaces.surveyUrl)],
    [places.dashboard, demoPlaces.reportingUrl],
    [places.mailbox, demoPlaces.mailboxUrl],
    [places.data, demoPlaces.data],
  ] as const
  const wide = Math.max(...rows.map(([name]) => width(name))) + 2
  return rows.map(([name, place]) => `${pad(name, wide)}${place}`).join('\n')
}
