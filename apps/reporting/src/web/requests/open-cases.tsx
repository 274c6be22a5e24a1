import { Link } from '@tanstack/react-router'
import { urgencyOf } from '@wayproof/evidence/rights-case'
import { day } from '@wayproof/messages'
import type { OpenCase } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from './urgency-mark.tsx'

/** Lists open requests by due day. */
export function OpenCases({ cases }: { readonly cases: readonly OpenCase[] }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.requests
  return (
    <Panel title={text.open}>
      <WideTable caption={text.open} stacked>
        <ColumnHeads columns={['kind', 'urgency', 'due', 'received', 'step', 'last']} names={text.columns} />
        <tbody>
          {cases.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link to="/requests" search={{ case: each.id }}>
                  {words.rights.kinds[each.kind]}
                </Link>
              </th>
              <td data-label={text.columns.urgency}>
                <UrgencyMark urgency={urgencyOf(each, today)} />
              </td>
              <td data-label={text.columns.due}>
                {each.dueOn === null ? words.reporting.shell.none : day(each.dueOn, locale)}
              </td>
              <td data-label={text.columns.received}>{day(each.receivedOn, locale)}</td>
              <td data-label={text.columns.step}>{words.rights.statuses[each.status]}</td>
              <td data-label={text.columns.last}>
                {each.lastAuthor ? text.last[each.lastAuthor] : words.reporting.shell.none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
