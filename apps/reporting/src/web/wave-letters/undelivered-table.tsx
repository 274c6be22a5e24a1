import type { Instant } from '@wayproof/kernel'
import type { UndeliveredLetter } from '@wayproof/survey'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface UndeliveredTableProps {
  readonly letters: readonly UndeliveredLetter[]
  readonly momentOf: (at: Instant) => string
}

/** The mail server's reply is not translated. */
export function UndeliveredTable({ letters, momentOf }: UndeliveredTableProps) {
  const { words } = useLanguage()
  const { undelivered: text } = words.reporting.waves
  const { reasons } = words.reporting.programme.skips
  const { columns } = text
  return (
    <WideTable caption={text.title} isStacked>
      <ColumnHeads columns={['customer', 'kind', 'state', 'at', 'why']} names={columns} />
      <tbody>
        {letters.map(({ customerNumber, kind, state, byPolicy, at, reply, reason }, index) => (
          <tr key={index}>
            <td data-label={columns.customer} translate="no">
              {customerNumber ?? text.notTold}
            </td>
            <td data-label={columns.kind}>{text.kinds[kind]}</td>
            <td data-label={columns.state}>{byPolicy ? text.byPolicy(text.states[state]) : text.states[state]}</td>
            <td data-label={columns.at}>{at === null ? words.reporting.shell.none : momentOf(at)}</td>
            <td data-label={columns.why}>
              {reason === null ? <span translate="no">{reply}</span> : (reasons[reason] ?? reasons.other)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
