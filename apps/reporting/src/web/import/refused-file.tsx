import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './import.module.css'
import type { RefusedFile as Refusal } from './read-fault.ts'

/** Lists the faults of a file's rows, with the row numbers and column names of the file. */
export function RefusedFile({ rows, moreRows }: Pick<Refusal, 'rows' | 'moreRows'>) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  if (rows.length === 0) return null
  return (
    <Panel title={text.errors}>
      <WideTable caption={text.errors} isStacked>
        <thead>
          <tr>
            <th scope="col">{text.errorColumns.row}</th>
            <th scope="col">{text.errorColumns.column}</th>
            <th scope="col">{text.errorColumns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, column, reason }) => (
            <tr key={`${row} ${column} ${reason}`}>
              <th scope="row" className={styles.faultyRow} data-whole>
                {text.errorRow(row)}
              </th>
              <td>{column === null ? words.reporting.shell.none : <Verbatim>{column}</Verbatim>}</td>
              <td>
                <Verbatim>{reason}</Verbatim>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {moreRows > 0 ? <p className={ui.more}>{text.more(moreRows)}</p> : null}
    </Panel>
  )
}
