import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Locale, LocalText } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { intervalEnds, pointsUp } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { count, nearestPercent } from '@wayproof/messages/number-format'
import type { AskedSurvey, SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import type { Verdict, VerdictOf } from '@wayproof/scorecard/verdict'
import type { PdfTerm } from './pdf-content.ts'

type Satisfaction = VerdictOf<'customer-satisfaction'>

/** The method of the survey in six lines; a line whose facts the seal lacks says so. */
export function methodTerms(
  report: SealedReport,
  programmeStart: CalendarDate | null,
  locale: Locale,
): readonly PdfTerm[] {
  const { method: words } = messages(locale).report
  const satisfaction = report.scorecard.verdicts.find(isSatisfaction)
  const corrected = report.corrections.length
  return [
    ...(satisfaction ? surveyTerms(report, satisfaction, locale) : []),
    ...partialTerms(report, programmeStart, locale),
    {
      term: words.corrections,
      text: corrected === 0 ? words.noCorrections : words.correctionsBelow(corrected),
    },
  ]
}

/** A half-year in which the program began is not a whole one. */
function partialTerms({ scorecard }: SealedReport, start: CalendarDate | null, locale: Locale): readonly PdfTerm[] {
  const { method: words } = messages(locale).report
  const half = parsePeriod(scorecard.period)
  if (start === null || half === null || start <= firstDay(half) || start > lastDay(half)) return []
  return [{ term: words.partial, text: words.partialText(day(start, locale)) }]
}

const isSatisfaction = (verdict: Verdict): verdict is Satisfaction => verdict.goal === 'customer-satisfaction'

function surveyTerms(
  { asked, smallestGroup }: SealedReport,
  satisfaction: Satisfaction,
  locale: Locale,
): readonly PdfTerm[] {
  const { report, scorecard } = messages(locale)
  const { method: words } = report
  if (satisfaction.reason === 'no-wave') return [{ term: words.noSurvey, text: scorecard.line(satisfaction) }]
  return [
    { term: words.question, text: questionText(asked, satisfaction.figures.trendBreak !== null, locale) },
    {
      term: words.field,
      text: asked ? words.fieldText(day(asked.openedOn, locale), day(asked.closedOn, locale)) : words.notRecorded,
    },
    { term: words.answers, text: answersText(satisfaction, locale) },
    { term: words.margin, text: marginText(satisfaction, locale) },
    { term: words.notCovered, text: notCoveredText(asked, smallestGroup, locale) },
  ]
}

function questionText(asked: AskedSurvey | null, isChanged: boolean, locale: Locale): string {
  const { method: words } = messages(locale).report
  if (!asked?.question) return words.notRecorded
  const { text, points } = asked.question
  const label = (of: { readonly text: LocalText } | undefined) => of?.text[locale] ?? ''
  const shown = words.questionText({
    text: text[locale],
    points: points.length,
    ends: [label(points[0]), label(points.at(-1))],
    satisfied: points.filter(({ isSatisfied }) => isSatisfied).map(label),
  })
  return isChanged ? `${shown}${words.questionChanged}` : shown
}

/** Nothing is said about a wave whose number of answers is suppressed. */
function answersText({ figures: { invited, answered, n } }: Satisfaction, locale: Locale): string {
  const { method: words } = messages(locale).report
  if (n === null) return words.answersHidden
  if (answered === null || invited === 0) return words.notRecorded
  const [all, some, opinions] = [invited, answered, n].map((each) => count(each, locale)) as [string, string, string]
  return words.answersText({ invited: all, answered: some, rate: nearestPercent(answered / invited), n: opinions })
}

function marginText({ goal, interval, figures }: Satisfaction, locale: Locale): string {
  const { report, scorecard } = messages(locale)
  const { method: words } = report
  if (interval === null) return words.noMargin
  const ends = scorecard.interval({ goal, interval } as Satisfaction) ?? intervalEnds(goal, interval).join('–')
  return words.marginText(pointsUp((interval.upper - interval.lower) / 2), ends, figures.estimate?.weighted === true)
}

/** In whole percent, and not of fewer people than a shown group has. */
function notCoveredText(asked: AskedSurvey | null, smallestGroup: number, locale: Locale): string {
  const { method: words } = messages(locale).report
  if (!asked) return words.notRecorded
  const { travelers, eligible } = asked
  const without = travelers - eligible
  if (without === 0) return words.allCovered
  const percent = Math.round((100 * without) / travelers)
  return words.notCoveredText(without < smallestGroup || percent === 0 ? words.lessThanOne : `${percent}%`)
}
