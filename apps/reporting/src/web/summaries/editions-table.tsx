import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { day } from '@wayproof/messages/date-format'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { ColumnHeads } from '../components/column-heads.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { EDITION_SHAPE } from './edition-shape.ts'

interface EditionsTableProps {
  readonly editions: readonly Edition[]
  readonly period: PeriodKey
}

/** Lists the editions of a half-year, newest first. */
export function EditionsTable({ editions, period }: EditionsTableProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.summaries
  const { columns } = text
  return (
    <WideTable caption={text.heading} isStacked>
      <ColumnHeads columns={['edition', 'state', 'date', 'people']} names={columns} />
      <tbody>
        {editions.map(({ id, kind, occasion, state, dueOn, endedAt, people }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/summaries" search={{ period, edition: id }}>
                {words.editions.letter.of(kind, occasion)}
              </Link>
            </th>
            <td data-label={columns.state}>
              <StateMark shape={EDITION_SHAPE[state]} label={words.editions.states[state]} />
            </td>
            <td data-label={columns.date}>
              {state === 'sent' && endedAt !== null ? text.sentOn(dayOf(endedAt)) : text.dueOn(day(dueOn, locale))}
            </td>
            <td data-label={columns.people}>{state === 'sent' ? text.people(people) : words.reporting.shell.none}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
