import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import { isTraced } from '@wayproof/scorecard/sample/traced-figure'
import { useState } from 'react'
import type { Measure } from '../api.ts'
import { StateMark } from '../components/state-mark.tsx'
import { MiniLine } from '../glyphs/mini-line.tsx'
import { useLanguage } from '../language.tsx'
import { changeText, figureOf, intervalOf } from './indicator-figure.ts'
import { indicatorState, STATE_SHAPE } from './indicator-state.ts'
import styles from './measures.module.css'

type Indicator = Measure['indicators'][number]

interface IndicatorRowProps {
  readonly indicator: Indicator
  /** The values of the half-years before, oldest first. */
  readonly earlier: readonly Indicator['value'][]
  readonly period: string
  readonly maySuspect: boolean
}

/** One line for an indicator; its name opens a second one with definition, full value and evidence. */
export function IndicatorRow({ indicator, earlier, period, maySuspect }: IndicatorRowProps) {
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
