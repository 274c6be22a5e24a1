import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Locale } from '@wayproof/kernel/people/locale'
import { ratio } from '@wayproof/kernel/share'
import { day } from '@wayproof/messages/date-format'
import { sharePoints } from '@wayproof/messages/goal-value'
import { count } from '@wayproof/messages/number-format'
import type { DrawnTrend } from '@wayproof/scorecard/drawing/goal-trend'
import { path, spark } from '@wayproof/scorecard/drawing/sparkline-path'
import { isTraced } from '@wayproof/scorecard/sample/traced-figure'
import { useState } from 'react'
import { type Measure, type Measures, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import glyphsStyles from '../glyphs/glyphs.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { indicatorState, STATE_SHAPE } from './indicator-state.ts'
import styles from './measures.module.css'

interface MeasureTableProps {
  readonly view: Measures
  readonly onCases: () => void
}

/** Lists every indicator in one line under its measure; a line opens to its definition and evidence. */
export function MeasureTable({ view: { measures, period, maySuspect }, onCases }: MeasureTableProps) {
  const { words } = useLanguage()
  const text = words.reporting.measures
  const history = useQuery(trpc.measure.history.queryOptions({ period })).data
  const [isOnlyOpen, setIsOnlyOpen] = useState(false)
  const needsWork = (indicator: Measures['measures'][number]['indicators'][number]) =>
    ['open', 'late', 'rise'].includes(indicatorState(indicator) ?? '')
  const openCount = measures.flatMap(({ indicators }) => indicators).filter(needsWork).length
  const shownMeasures = measures
    .map((measure) => ({ measure, indicators: measure.indicators.filter((each) => !isOnlyOpen || needsWork(each)) }))
    .filter(({ indicators }) => indicators.length > 0)
  return (
    <Panel
      title={text.table}
      actions={
        <>
          {openCount > 0 ? (
            <LinkButton aria-pressed={isOnlyOpen} onClick={() => setIsOnlyOpen(!isOnlyOpen)}>
              {isOnlyOpen ? text.everyone : text.onlyOpen(openCount)}
            </LinkButton>
          ) : null}
          <LinkButton aria-haspopup="dialog" onClick={onCases}>
            {text.cases}
          </LinkButton>
        </>
      }
    >
      <WideTable caption={text.table} isStacked>
        <ColumnHeads columns={['indicator', 'value', 'trend', 'state', 'change']} names={text.columns} />
        {shownMeasures.map(({ measure, indicators }) => (
          <tbody key={measure.id} id={measure.id} className={styles.measure}>
            <MeasureHead measure={measure} period={period} />
            {indicators.map((indicator) => (
              <IndicatorRow
                key={indicator.id}
                indicator={indicator}
                earlier={history?.indicators.find(({ id }) => id === indicator.id)?.values ?? []}
                period={period}
                maySuspect={maySuspect}
              />
            ))}
          </tbody>
        ))}
      </WideTable>
    </Panel>
  )
}

/** Names a measure with its promise, its owner, its goals and how many of its indicators are unknown. */
function MeasureHead({ measure, period }: { readonly measure: Measure; readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.measures
  const { id, owner, goals, unknown, indicators } = measure
  return (
    <tr className={styles.head}>
      <th scope="rowgroup" colSpan={5}>
        <span className={styles.headLine}>
          <b>{text.names[id]}</b>
          {goals.map(({ goal, shape }) => {
            return (
              <Link key={goal} to="/goal/$goal" params={{ goal }} search={{ period }} className={styles.goal}>
                <StatusShape shape={shape} label={words.reporting.shell.shapes[shape]} size={16} />
                {words.goals.names[goal]}
              </Link>
            )
          })}
          <span className={styles.owner}>
            {unknown > 0
              ? text.ownedWithGap(words.goals.owners[owner], unknown, indicators.length)
              : text.ownedBy(words.goals.owners[owner])}
          </span>
        </span>
        <span className={styles.promise}>{text.promises[id]}</span>
      </th>
    </tr>
  )
}

type Indicator = Measure['indicators'][number]

interface IndicatorRowProps {
  readonly indicator: Indicator
  /** The values of the half-years before, oldest first. */
  readonly earlier: readonly Indicator['value'][]
  readonly period: string
  readonly maySuspect: boolean
}

/** One line for an indicator; its name opens a second one with definition, full value and evidence. */
function IndicatorRow({ indicator, earlier, period, maySuspect }: IndicatorRowProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.measures
  const { none, labelled, listed } = words.reporting.shell
  const [isOpen, setIsOpen] = useState(false)
  const { id, value, evidence, lastOn, freshMonths, sealed, today } = indicator
  const [name, formula] = text.indicators[id]
  const state = indicatorState(indicator)
  const isUnknown = value.kind === 'unknown'
  // The status says that it is unknown.
  const brief = isUnknown ? none : text.brief(value)
  const values = [...earlier, value]
  const sources = evidence.map((register) => text.evidence[register]).join(listed)
  const hasRows = isTraced(id) && value.kind !== 'unknown' && value.kind !== 'suppressed'
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className={styles.name} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {name}
          </button>
        </th>
        <td className={isUnknown ? styles.soft : styles.value}>
          {hasRows && isTraced(id) ? (
            <Link
              to="/rows/$figure"
              params={{ figure: id }}
              search={{ period }}
              aria-label={labelled(words.reporting.samples.rows.open(name), brief)}
            >
              {brief}
            </Link>
          ) : (
            brief
          )}
        </td>
        <td data-roomy>
          <MiniLine
            values={values.map(figureOf)}
            intervals={values.map(intervalOf)}
            label={text.describe(name, values.map((each) => text.brief(each)).join(listed))}
          />
        </td>
        <td>{state === null ? none : <StateMark shape={STATE_SHAPE[state]} label={text.states[state]} />}</td>
        <td data-roomy className={styles.value}>
          {changeText(indicator, earlier.at(-1), locale) ?? none}
        </td>
      </tr>
      {isOpen ? (
        <tr className={styles.detail}>
          <td colSpan={5}>
            <p>{formula}</p>
            <p>{text.value(value)}</p>
            {freshMonths === null ? null : <p>{text.fresh(freshMonths)}</p>}
            {sealed ? <p>{today ? text.today(text.value(today)) : text.sealed}</p> : null}
            {sources === '' ? null : (
              <p>{text.evidenceOf(lastOn ? text.latest(sources, day(lastOn, locale)) : sources)}</p>
            )}
            {value.kind === 'jump' && value.triageWanted && maySuspect ? (
              <p>
                <Link to="/registers/$register" params={{ register: 'incidents' }} search={{ row: 'new' }}>
                  {text.suspect}
                </Link>
              </p>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  )
}

type Value = Indicator['value']

/** The number to draw; null for a value that has none or only a bound. */
export function figureOf(value: Value): number | null {
  switch (value.kind) {
    case 'share':
      return ratio(value.share)
    case 'weighted':
      return value.value
    case 'coarse':
      return value.share.kind === 'at' ? value.share.value : null
    case 'rate':
      return (value.cases * 100_000) / value.base
    case 'count':
      return value.count
    case 'days':
      return value.median
    default:
      return null
  }
}

/** The interval of a figure of the survey; counts of registers have none. */
const intervalOf = (value: Value) => (value.kind === 'weighted' ? value.interval : null)

/**
 * The change on the half-year before; null if the two cannot be compared. Figures of the survey have none here, because
 * their change needs a test of chance, which the goal's page has.
 */
export function changeText(
  { value, evidence }: Pick<Indicator, 'value' | 'evidence'>,
  before: Value | undefined,
  locale: Locale,
): string | null {
  if (!before || before.kind !== value.kind || evidence.includes('waves')) return null
  const [from, to] = [figureOf(before), figureOf(value)]
  if (from === null || to === null) return null
  if (value.kind === 'share') return sharePoints(from, to, locale)
  if (value.kind !== 'count' && value.kind !== 'days') return null
  const difference = to - from
  return `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${count(Math.abs(difference), locale)}`
}

const [WIDTH, HEIGHT, PAD] = [72, 14, 4]

interface MiniLineProps extends Pick<DrawnTrend, 'values' | 'intervals'> {
  readonly label: string
}

/** Draws a few values with their intervals as a line as high as a line of text; renders nothing for fewer than two. */
function MiniLine({ values, intervals, label }: MiniLineProps) {
  const knownValues = values.filter((value) => value !== null)
  const last = knownValues.at(-1)
  if (last === undefined || knownValues.length < 2) return null
  const { points } = spark({ values, intervals, target: last }, { width: WIDTH, height: HEIGHT })
  return (
    <svg
      className={glyphsStyles.mini}
      viewBox={`${-PAD} ${-PAD} ${WIDTH + PAD * 2} ${HEIGHT + PAD * 2}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {points.map((point) =>
        point?.range ? (
          <line
            key={`${point.x}`}
            x1={point.x}
            x2={point.x}
            y1={point.range[0]}
            y2={point.range[1]}
            stroke="var(--ladder)"
            strokeWidth="5"
          />
        ) : null,
      )}
      <path d={path(points)} fill="none" stroke="var(--soft)" strokeWidth="1.5" />
      {points.map((point, i) =>
        point ? (
          <circle
            key={`${point.x}`}
            cx={point.x}
            cy={point.y}
            r={i === points.length - 1 ? 3 : 1.5}
            fill={i === points.length - 1 ? 'var(--ink)' : 'var(--soft)'}
          />
        ) : null,
      )}
    </svg>
  )
}
