import { Checkbox } from '@mantine/core'
import type { Instant } from '@wayproof/kernel/clock'
import type { UndeliveredLetter } from '@wayproof/survey/waves/undelivered-letter'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface UndeliveredTableProps {
  readonly letters: readonly UndeliveredLetter[]
  readonly momentOf: (at: Instant) => string
  /** Customer numbers of the invitations to send again. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Customer numbers of the invitations that may be sent again. */
export const choosableOf = (letters: readonly UndeliveredLetter[]): readonly string[] =>
  letters.flatMap(({ customerNumber, mayBeSentAgain }) =>
    mayBeSentAgain && customerNumber !== null ? [customerNumber] : [],
  )

/** The mail server's reply is not translated. */
export function UndeliveredTable({ letters, momentOf, chosen, onChoose }: UndeliveredTableProps) {
  const { words } = useLanguage()
  const { undelivered: text } = words.reporting.waves
  const { reasons } = words.reporting.programme.skips
  const columns = { ...text.columns, again: text.again.column }
  const choosable = choosableOf(letters)
  const names = ['customer', 'kind', 'state', 'at', 'why'] as const
  const choose = (customerNumber: string, isChosen: boolean) =>
    onChoose(new Set([...chosen].filter((one) => one !== customerNumber).concat(isChosen ? [customerNumber] : [])))
  return (
    <WideTable caption={text.title} isStacked>
      <ColumnHeads columns={choosable.length > 0 ? ['again', ...names] : names} names={columns} />
      <tbody>
        {letters.map(({ customerNumber, kind, state, byPolicy, at, reply, reason, mayBeSentAgain }, index) => (
          <tr key={index}>
            {choosable.length > 0 ? (
              <td data-label={columns.again}>
                {mayBeSentAgain && customerNumber !== null ? (
                  <span translate="no">
                    <Checkbox
                      aria-label={text.again.choose(customerNumber)}
                      checked={chosen.has(customerNumber)}
                      onChange={({ currentTarget }) => choose(customerNumber, currentTarget.checked)}
                    />
                  </span>
                ) : null}
              </td>
            ) : null}
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
