import { type ReactNode, useMemo, useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { ChartActions } from './chart-actions.tsx'
import chart from './chart-panel.module.css'
import { ChartValuesContext } from './chart-values.ts'

interface ChartPanelProps {
  readonly title: string
  /** How to read the chart, in one line. */
  readonly hint?: string
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of each row is its heading; all others are figures. A chart shows the row of a point. */
  readonly rows: readonly (readonly string[])[]
  /** The table, if rows and columns alone do not make it. */
  readonly table?: ReactNode
  readonly actions?: ReactNode
  /** The chart. */
  readonly children: ReactNode
  /** Stays below both the chart and the table. */
  readonly notes?: ReactNode
}

/** A chart whose values can be reached by pointer and keyboard, read as a table, copied, and saved as CSV or picture. */
export function ChartPanel({ title, hint, caption, columns, rows, table, actions, children, notes }: ChartPanelProps) {
  const text = useLanguage().words.reporting.goal.trend
  const [isTableShown, setIsTableShown] = useState(false)
  const [announcement, say] = useState('')
  const values = useMemo(() => ({ columns, rows, say }), [columns, rows])
  const links =
    rows.length === 0 ? undefined : (
      <span className={chart.links}>
        {actions}
        <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
          {isTableShown ? text.chart : text.table}
        </LinkButton>
        <ChartActions title={title} rows={[columns, ...rows]} />
      </span>
    )
  return (
    <Panel title={title} actions={links}>
      {hint ? <p className={chart.hint}>{hint}</p> : null}
      {isTableShown && rows.length > 0
        ? (table ?? <FigureTable caption={caption} columns={columns} rows={rows} />)
        : null}
      {isTableShown && rows.length > 0 ? null : <ChartValuesContext value={values}>{children}</ChartValuesContext>}
      <p className="sr-only" role="status">
        {announcement}
      </p>
      {notes}
    </Panel>
  )
}

function FigureTable({ caption, columns, rows }: Pick<ChartPanelProps, 'caption' | 'columns' | 'rows'>) {
  return (
    <WideTable caption={caption} isStacked>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" data-number={at > 0 || undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]} data-number data-label={columns[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
