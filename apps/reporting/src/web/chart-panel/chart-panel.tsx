import { type ReactNode, useState } from 'react'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import chart from './chart-panel.module.css'

interface ChartPanelProps {
  readonly title: string
  /** How to read the chart, in one line. */
  readonly hint?: string
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of each row is its heading; all others are figures. */
  readonly rows: readonly (readonly string[])[]
  readonly actions?: ReactNode
  /** The chart. */
  readonly children: ReactNode
  /** Stays below both the chart and the table. */
  readonly notes?: ReactNode
}

/** A chart that can be read as a table and copied as one. */
export function ChartPanel({ title, hint, caption, columns, rows, actions, children, notes }: ChartPanelProps) {
  const text = useLanguage().words.reporting.goal.trend
  const [isTableShown, setIsTableShown] = useState(false)
  const links =
    rows.length === 0 ? undefined : (
      <span className={chart.links}>
        {actions}
        <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
          {isTableShown ? text.chart : text.table}
        </LinkButton>
        <CopyButton rows={[columns, ...rows]} />
      </span>
    )
  return (
    <Panel title={title} actions={links}>
      {hint ? <p className={chart.hint}>{hint}</p> : null}
      {isTableShown ? <FigureTable caption={caption} columns={columns} rows={rows} /> : children}
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
