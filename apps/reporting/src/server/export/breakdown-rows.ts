import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { AnsweredQuestion } from '@wayproof/scorecard/breakdown/answered-questions'
import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import type { RatedItem } from '@wayproof/scorecard/facts'

type Row = readonly string[]

export function breakdownHeadings(locale: Locale): Row {
  const { columns } = messages(locale).reporting.breakdown
  const { period, question, counted, margin, group, people, part, interval, without } = columns
  return [period, question, counted, margin, group, people, part, interval, without]
}

/** A breakdown of one item, both half-years, one row for each group; hidden values are marked. */
export function breakdownRows({ item, now, before, tables }: Breakdown, locale: Locale): readonly Row[] {
  const words = messages(locale).reporting
  const text = words.breakdown
  if (!item) return []
  return [now, before].flatMap(({ period, notShown, everybody }, wave) => {
    if (notShown !== null) return []
    const row = (margin: string, group: string, figure: GroupFigure): Row => {
      const cells =
        figure.kind === 'shown'
          ? [
              text.people(figure.people),
              text.share(figure.topTwo),
              text.interval(figure.interval.lower, figure.interval.upper),
              text.share(figure.withoutOpinion),
            ]
          : [text.kinds[figure.kind], words.shell.none, words.shell.none, words.shell.none]
      const question = (item.stem ?? item.text)[locale]
      return [periodName(period, locale), question, countedText(item, locale), margin, group, ...cells]
    }
    const groups = tables.flatMap((table) =>
      table.groups.map(({ categories, ...figures }) =>
        row(
          table.margins.map((margin) => text.margins[margin]).join(' × '),
          categories.map(text.category).join(' × '),
          wave === 0 ? figures.now : figures.before,
        ),
      ),
    )
    return [row(words.shell.none, text.everybody, everybody), ...groups]
  })
}

/** The answers in a share: a choice by its wording, all others by their kind. */
export const countedText = ({ kind, text }: RatedItem, locale: Locale): string =>
  kind === 'chosen' ? text[locale] : messages(locale).reporting.breakdown.counted[kind]

/** The score of a recommendation by everybody, in a row for each half-year that has one. */
export function scoreRows(
  { text: question, recommendation, recommendationBefore }: AnsweredQuestion,
  [now, before]: readonly [Breakdown['now'], Breakdown['before']],
  locale: Locale,
): readonly Row[] {
  const { breakdown: text, shell } = messages(locale).reporting
  return [
    { period: now.period, found: recommendation },
    { period: before.period, found: recommendationBefore },
  ].flatMap(({ period, found: scoreFigure }) => {
    if (!scoreFigure) return []
    const { people, score, interval } = scoreFigure
    const figures = [text.people(people), text.score(score), text.scoreInterval(interval.lower, interval.upper)]
    const names = [periodName(period, locale), question[locale], text.scoreOf, shell.none, text.everybody]
    return [[...names, ...figures, shell.none]]
  })
}
