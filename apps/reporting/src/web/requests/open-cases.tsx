import { Link } from '@tanstack/react-router'
import { urgencyOf } from '@wayproof/evidence/rights/rights-case'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, relativeDay } from '@wayproof/messages/date-format'
import type { OpenCase } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
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
      <WideTable caption={text.open} isStacked>
        <ColumnHeads columns={['kind', 'urgency', 'due', 'received', 'step', 'last']} names={text.columns} />
        <tbody>
          {cases.map((listedCase) => (
            <tr key={listedCase.id}>
              <th scope="row">
                <Link to="/requests" search={{ case: listedCase.id }}>
                  {words.rights.kinds[listedCase.kind]}
                </Link>
              </th>
              <td data-label={text.columns.urgency}>
                <UrgencyMark urgency={urgencyOf(listedCase, today)} dueOn={listedCase.dueOn} />
              </td>
              <td data-label={text.columns.due}>
                {listedCase.dueOn === null ? (
                  words.reporting.shell.none
                ) : (
                  <>
                    {day(listedCase.dueOn, locale)}
                    <span className={ui.below}>{relativeDay(daysBetween(today, listedCase.dueOn), locale)}</span>
                  </>
                )}
              </td>
              <td data-label={text.columns.received}>{day(listedCase.receivedOn, locale)}</td>
              <td data-label={text.columns.step}>{words.rights.statuses[listedCase.status]}</td>
              <td data-label={text.columns.last}>
                {listedCase.lastAuthor ? text.last[listedCase.lastAuthor] : words.reporting.shell.none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
