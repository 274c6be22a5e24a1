import type { Locale } from '@wayproof/kernel'
import { messages, periodName } from '@wayproof/messages'
import type { Breakdown, GroupFigure } from '@wayproof/scorecard'

type Row = readonly string[]

export function breakdownHeadings(locale: Locale): Row {
  const { columns } = messages(locale).reporting.breakdown
  const { period, question, margin, group, people, share, interval, without } = columns
  return [period, question, margin, group, people, share, interval, without]
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
      return [periodName(period, locale), item.text[locale], margin, group, ...cells]
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
