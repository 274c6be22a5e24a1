import { Fragment } from 'react'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import type { TrendRow } from './trend-rows.ts'

export function TrendTable({ caption, rows }: { readonly caption: string; readonly rows: readonly TrendRow[] }) {
  const text = useLanguage().words.reporting.goal.trend
  return (
    <WideTable caption={caption}>
      <ColumnHeads columns={['period', 'value', 'interval', 'verdict']} names={text} numbers={['value', 'interval']} />
      <tbody>
        {rows.map(({ cells: [period, value, interval, verdict], breakText }) => (
          <Fragment key={period}>
            {breakText === null ? null : (
              <tr>
                <td colSpan={4} className={styles.broken}>
                  {breakText}
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">{period}</th>
              <td data-number>{value}</td>
              <td data-number>{interval}</td>
              <td>{verdict}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </WideTable>
  )
}
