import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Messages } from '@wayproof/messages/en'
import type { Breakdown, BreakdownGroup, BreakdownTable } from '@wayproof/scorecard/breakdown/breakdown'
import { MARGINS, type Margin } from '@wayproof/scorecard/breakdown/margin'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import type { RatedItem } from '@wayproof/scorecard/facts'
import { trpc } from '../api.ts'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { IntervalBar } from '../glyphs/interval-bar.tsx'
import { useLanguage } from '../language.tsx'
import styles from './breakdown.module.css'

const route = getRouteApi('/inside/waves/results')

/** Shows satisfaction by group after cell suppression; the address holds the filters. */
export function BreakdownPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { item, by, and } = route.useSearch()
  const cut = { ...(item && { item }), ...(by && { by }), ...(and && { and }) }
  const { data: breakdown, error } = useQuery({
    ...trpc.breakdown.satisfaction.queryOptions({ period, ...cut }),
    placeholderData: (last) => last,
  })
  const { notShown = null, everybody } = breakdown?.now ?? {}
  const hasFigures = notShown === null && everybody?.kind === 'shown'
  return (
    <ChartPanel
      title={text.title}
      hint={text.lead}
      caption={text.caption(text.columns.group)}
      columns={breakdownColumns(words)}
      rows={breakdown && hasFigures ? breakdownRows(breakdown, words) : []}
      notes={breakdown && hasFigures ? <BreakdownNotes breakdown={breakdown} /> : null}
    >
      {error ? <ErrorNote error={error} /> : null}
      {breakdown ? <BreakdownFilters items={breakdown.items} cut={cut} /> : null}
      {breakdown && hasFigures ? <BreakdownChart breakdown={breakdown} /> : null}
      {breakdown && !hasFigures ? (
        <p className={ui.soft}>{notShown === null ? text.tooFew : text.notShown[notShown]}</p>
      ) : null}
    </ChartPanel>
  )
}

/** Says how much is withheld and why, and explains the rounding of the rest, and which comparisons are invalid. */
function BreakdownNotes({ breakdown }: { readonly breakdown: Breakdown }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { tables, item, smallestGroup, detail } = breakdown
  return (
    <div className={styles.notes}>
      {detail && detail.withheld > 0 ? <p>{text.withheld(detail.withheld, detail.shares, detail.fewest)}</p> : null}
      {tables.some(({ comparable }) => !comparable) ? <p>{text.languages}</p> : null}
      {item?.broken ? <p>{text.broken(words.reporting.goal.trend.broken[item.broken])}</p> : null}
      <p>{text.coarse(smallestGroup)}</p>
    </div>
  )
}

function breakdownColumns(words: Messages): readonly string[] {
  const { group, share, interval, people, without, before } = words.reporting.breakdown.columns
  return [group, share, interval, people, without, before]
}

/** Writes each group as a row of text, starting with all travelers. */
function breakdownRows({ now, before, tables }: Breakdown, words: Messages): readonly (readonly string[])[] {
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

/** Draws small multiples, all on the scale from 0 to 100 %. */
function BreakdownChart({ breakdown }: { readonly breakdown: Breakdown }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { now, before } = breakdown
  const everybody = [{ name: text.everybody, now: now.everybody, before: before.everybody }]
  return (
    <div className={styles.multiples}>
      <Small heading={null} isComparable rows={everybody} />
      {multiples(breakdown, words).map((multiple) => (
        <Small key={multiple.heading} {...multiple} />
      ))}
    </div>
  )
}

function Small({ heading, isComparable, rows }: Omit<Multiple, 'heading'> & { readonly heading: string | null }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const shareText = (figure: GroupFigure) =>
    figure.kind === 'shown' ? text.share(figure.topTwo) : text.kinds[figure.kind]
  return (
    <section className={styles.small} data-whole={heading === null || undefined}>
      {heading === null ? null : <h3 className={styles.heading}>{heading}</h3>}
      <ul>
        {rows.map(({ name, now, before }) => (
          <li key={name} className={styles.row}>
            <span className={styles.name} translate="no">
              {name}
            </span>
            {isComparable && now.kind === 'shown' ? (
              <IntervalBar
                now={now}
                before={before}
                label={text.describe(name, shareText(now), before.kind === 'shown' ? shareText(before) : null)}
              />
            ) : (
              <span className={styles.why}>{now.kind === 'shown' ? null : text.kinds[now.kind]}</span>
            )}
            <span className={styles.value}>{now.kind === 'shown' ? shareText(now) : words.reporting.shell.none}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Multiple {
  readonly heading: string
  /** Whether the groups of this chart may be compared with each other. */
  readonly isComparable: boolean
  readonly rows: readonly (Pick<BreakdownGroup, 'now' | 'before'> & { readonly name: string })[]
}

/**
 * Builds one chart for one margin; for two margins, one chart for each category of the first or for each language,
 * because groups compare only within it.
 */
function multiples({ tables }: Breakdown, words: Messages): readonly Multiple[] {
  const { margins, category } = words.reporting.breakdown
  return tables.flatMap((table): readonly Multiple[] => {
    const [first, second] = table.margins
    if (first === undefined) return []
    if (second !== undefined) return byCategory(table, second === 'language' ? 1 : 0, category)
    const rows = table.groups.map(({ categories, ...figures }) => ({ name: category(categories[0] ?? ''), ...figures }))
    return [{ heading: margins[first], isComparable: table.comparable, rows }]
  })
}

function byCategory({ groups }: BreakdownTable, outer: 0 | 1, name: (codes: string) => string): readonly Multiple[] {
  const headings = Map.groupBy(groups, ({ categories }) => categories[outer] ?? '')
  return [...headings].map(([heading, members]) => ({
    heading: name(heading),
    isComparable: true,
    rows: members.map(({ categories, ...figures }) => ({ name: name(categories[1 - outer] ?? ''), ...figures })),
  }))
}

const HEADLINE = 'overall'

interface Cut {
  readonly item?: string
  readonly by?: Margin
  readonly and?: Margin
}

/** Chooses the question and the one or two traits that cut the groups. */
function BreakdownFilters({ items, cut }: { readonly items: readonly RatedItem[]; readonly cut: Cut }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.breakdown
  const navigate = route.useNavigate()
  const changeCut = (change: Record<keyof Cut, string>) =>
    void navigate({
      search: ({ period }) => ({
        ...(period ? { period } : {}),
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== '')),
      }),
      replace: true,
      resetScroll: false,
    })
  const { item = '', by = '', and = '' } = cut
  const margin = (name: Margin) => ({ value: name, label: text.margins[name] })
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={text.question}
        value={item || HEADLINE}
        data={items.flatMap(({ id, kind, text: wording }) =>
          kind === 'rating' ? [{ value: id, label: wording[locale] }] : [],
        )}
        onChange={({ currentTarget: { value } }) => changeCut({ item: value === HEADLINE ? '' : value, by, and })}
      />
      <NativeSelect
        label={text.by}
        value={by}
        data={[{ value: '', label: text.every }, ...MARGINS.map(margin)]}
        onChange={({ currentTarget: { value } }) => changeCut({ item, by: value, and: value === and ? '' : and })}
      />
      <NativeSelect
        label={text.and}
        value={and}
        disabled={by === ''}
        data={[{ value: '', label: text.nothing }, ...MARGINS.filter((name) => name !== by).map(margin)]}
        onChange={({ currentTarget: { value } }) => changeCut({ item, by, and: value })}
      />
    </div>
  )
}
