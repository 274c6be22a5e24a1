import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { FaultPanel } from '../surface/fault-panel.tsx'
import { Loading } from '../surface/loading.tsx'
import { PageHead } from '../surface/page-head.tsx'
import surface from '../surface/surface.module.css'
import { InvitationsTable } from './invitations-table.tsx'
import { InviteForm } from './invite-form.tsx'
import { PeopleTable } from './people-table.tsx'

/** Who may sign in; the officer invites. */
export function PeoplePage() {
  const { words } = useLanguage()
  const text = words.reporting.people
  const { user } = useMe()
  const people = useQuery(trpc.people.list.queryOptions())
  const invitations = useQuery(trpc.people.invitations.queryOptions())
  if (people.isLoadingError) return <FaultPanel error={people.error} onAgain={() => void people.refetch()} />
  if (!people.data) return <Loading heights={[56, 240]} />
  return (
    <>
      <PageHead title={text.title(people.data.length)} lead={text.lead} />
      <div className={surface.stack}>
        <PeopleTable people={people.data} me={user?.id ?? ''} />
        {invitations.data?.length ? <InvitationsTable invitations={invitations.data} /> : null}
        <InviteForm />
      </div>
    </>
  )
}
