import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { InviteForm } from './invite-form.tsx'

/** Invites one person to an account. */
export function InvitePage() {
  const { account, people: text } = useLanguage().words.reporting
  const people = useQuery(trpc.people.list.queryOptions())
  const invitations = useQuery(trpc.people.invitations.queryOptions())
  if (people.isLoadingError) return <FaultPanel error={people.error} onAgain={() => void people.refetch()} />
  if (!people.data) return <Loading heights={[56, 240]} />
  return (
    <>
      <PageHead title={account.people.invite} lead={text.lead} trail={[account.people.invite]} />
      <InviteForm people={people.data} invitations={invitations.data ?? []} />
    </>
  )
}
