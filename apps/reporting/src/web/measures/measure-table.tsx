import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Measures, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { IndicatorRow } from './indicator-row.tsx'
import { indicatorState } from './indicator-state.ts'
import { MeasureHead } from './measure-head.tsx'
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
