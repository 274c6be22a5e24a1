import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { Fragment } from 'react'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Says which goals count the records of a register, and when the last one was entered. */
export function RegisterUse({ register }: { readonly register: RegisterId }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.rows
  const { data } = useQuery(trpc.register.list.queryOptions())
  const { goals = [], lastEntry = null } = data?.find(({ id }) => id === register) ?? {}
  return (
    <>
      {goals.length > 0 ? <>{text.usedBy} </> : null}
      {goals.map((goal, place) => (
        <Fragment key={goal}>
          {place > 0 ? words.reporting.shell.listed : null}
          <Link to="/goal/$goal" params={{ goal }}>
            {words.goals.names[goal]}
          </Link>
        </Fragment>
      ))}
      {goals.length > 0 ? ' · ' : null}
      {lastEntry === null ? text.empty : text.lastEntry(dayOf(lastEntry))}
    </>
  )
}
