import type { MethodReportSection, MethodReportTable } from '../../server/method-report/method-report.ts'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './method-report.module.css'

export function SectionParts({ facts, tables, notes }: Omit<MethodReportSection, 'title' | 'isFolded'>) {
  const { sealed } = useLanguage().words.methodReport
  return (
    <>
      {facts.length > 0 ? (
        <dl className={styles.facts}>
          {facts.map(({ name, value, sealed: isSealed }) => (
            <div key={name + value}>
              <dt>{name}</dt>
              <dd>
                {value} {isSealed ? <small className={styles.sealed}>{sealed}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {tables.map((table) => (
        <PlainTable key={table.caption} {...table} />
      ))}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  )
}

function PlainTable({ caption, head, rows, numbers }: MethodReportTable) {
  const isNumber = (at: number) => (numbers.includes(at) ? true : undefined)
  return (
    <div className={styles.table} data-pairs={head.length === 2 ? isNumber(1) : undefined}>
      <h3 className={styles.caption}>{caption}</h3>
      <WideTable caption={caption}>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" data-number={isNumber(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row" colSpan={at === row.length - 1 ? head.length - at : 1}>
                    {text}
                  </th>
                ) : (
                  <td key={head[at]} data-number={isNumber(at)}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
