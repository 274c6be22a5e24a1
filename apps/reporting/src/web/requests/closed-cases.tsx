import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import type { ClosedCase } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Closed requests keep only kind, dates and outcome. */
export function ClosedCases({ cases }: { readonly cases: readonly ClosedCase[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  const dayOr = (date: string | null) => (date ? day(date, locale) : words.reporting.shell.none)
  return (
    <Panel title={text.closed}>
      <WideTable caption={text.closed} isStacked>
        <ColumnHeads columns={['kind', 'received', 'due', 'answered', 'closed', 'outcome']} names={text.columns} />
        <tbody>
          {cases.map((rightsCase) => (
            <tr key={rightsCase.id}>
              <th scope="row">
                <Link to="/requests" search={{ case: rightsCase.id }}>
                  {words.rights.kinds[rightsCase.kind]}
                </Link>
              </th>
              <td data-label={text.columns.received}>{day(rightsCase.receivedOn, locale)}</td>
              <td data-label={text.columns.due}>{dayOr(rightsCase.dueOn)}</td>
              <td data-label={text.columns.answered}>{dayOr(rightsCase.answeredOn)}</td>
              <td data-label={text.columns.closed}>{dayOr(rightsCase.closedOn)}</td>
              <td data-label={text.columns.outcome}>
                {rightsCase.outcome ? words.rights.outcomes[rightsCase.outcome] : words.reporting.shell.none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
