import { Button } from '@mantine/core'
import type { ProposedRepair } from '@wayproof/evidence/checks/propose-repairs'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './import.module.css'
import type { RefusedFile as Refusal } from './read-fault.ts'

interface RefusedFileProps extends Pick<Refusal, 'rows' | 'moreRows'> {
  /** Accepts the proposed days of the file. */
  readonly onAccept: () => void
  /** Corrects a reference in all rows that have it. */
  readonly onRepair: (repair: ProposedRepair) => void
  /** Whether the upload has room for this correction beside those made before. */
  readonly mayRepair: (repair: ProposedRepair) => boolean
}

/** Lists the faults of a file's rows, with the row numbers and column names of the file; proposes days that are clear. */
export function RefusedFile({ rows, moreRows, onAccept, onRepair, mayRepair }: RefusedFileProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  if (rows.length === 0) return null
  const proposals = rows.filter(({ proposal }) => proposal !== null).length
  return (
    <Panel title={text.errors}>
      <WideTable caption={text.errors} isStacked>
        <ColumnHeads columns={['row', 'column', 'reason']} names={text.errorColumns} />
        <tbody>
          {rows.map(({ row, column, reason, proposal, repair }) => (
            <tr key={`${row} ${column} ${reason}`}>
              <th scope="row" className={styles.faultyRow} data-whole>
                {text.errorRow(row)}
              </th>
              <td>{column === null ? words.reporting.shell.none : <Verbatim>{column}</Verbatim>}</td>
              <td>
                <Verbatim>{reason}</Verbatim>
                {repair ? (
                  <span className={styles.repair}>
                    <Verbatim>{text.meant(repair.to, repair.name)}</Verbatim>
                    {mayRepair(repair) ? (
                      <Button size="compact-sm" variant="default" translate="no" onClick={() => onRepair(repair)}>
                        {text.use(repair.to)}
                      </Button>
                    ) : (
                      <span className={ui.line}>{text.repairsFull}</span>
                    )}
                  </span>
                ) : null}
                {proposal ? <span className={ui.line}>{text.proposedDay(proposal)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {proposals > 0 ? (
        <p className={ui.rowActions}>
          <span>{text.proposals(proposals)}</span>
          <Button variant="default" onClick={onAccept}>
            {text.acceptProposals}
          </Button>
        </p>
      ) : null}
      {moreRows > 0 ? <p className={ui.more}>{text.more(moreRows)}</p> : null}
    </Panel>
  )
}
