import type { Messages } from '@wayproof/messages/en'
import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'

export function breakdownColumns(words: Messages): readonly string[] {
  const { group, share, interval, people, without, before } = words.reporting.breakdown.columns
  return [group, share, interval, people, without, before]
}

/** Writes each group as a row of text, starting with all travelers. */
export function breakdownRows({ now, before, tables }: Breakdown, words: Messages): readonly (readonly string[])[] {
  const text = words.reporting.breakdown
  const { none } = words.reporting.shell
  const row = (name: string, figure: GroupFigure, earlier: GroupFigure): readonly string[] => [
    name,
    ...(figure.kind === 'shown'
      ? [
          text.share(figure.topTwo),
          text.interval(figure.interval.lower, figure.interval.upper),
          text.people(figure.people),
          text.share(figure.withoutOpinion),
        ]
      : [`${none} ${text.kinds[figure.kind]}`, none, none, none]),
    earlier.kind === 'shown' ? text.share(earlier.topTwo) : none,
  ]
  return [
    row(text.everybody, now.everybody, before.everybody),
    ...tables.flatMap(({ groups }) =>
      groups.map((group) => row(group.categories.map(text.category).join(' × '), group.now, group.before)),
    ),
  ]
}
