import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { NotAllowed } from '../components/not-allowed.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { isManager } from '../people/roles.ts'
import { AccountLog } from './account-log.tsx'
import { ConfirmedTable } from './confirmed-table.tsx'

/** Lists the changes of accounts and the confirmed appointments. */
export function AccountLogPage() {
  const { account } = useLanguage().words.reporting
  const { data: appointments } = useQuery(trpc.people.appointments.queryOptions())
  const role = useMe().user?.role
  if (!role || !isManager(role)) return <NotAllowed />
  return (
    <>
      <PageHead title={account.log.title} lead={account.log.lead} trail={[account.log.title]} />
      <div className={ui.stack}>
        <AccountLog />
        {appointments?.history.length ? <ConfirmedTable history={appointments.history} /> : null}
      </div>
    </>
  )
}
