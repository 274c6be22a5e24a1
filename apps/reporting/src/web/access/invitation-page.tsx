import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { me } from '../me.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { AccountForm } from './account-form.tsx'
import { ProviderButton } from './provider-button.tsx'

const route = getRouteApi('/invitation/$token')

const WELCOMES = {
  officer: 'welcomeOfficer',
  executive: 'welcomeExecutive',
  auditor: 'welcomeAuditor',
  administrator: 'welcomeAdministrator',
  'case-handler': 'welcomeHandler',
} as const satisfies Readonly<Record<string, string>>

/** Opening the page changes nothing; only the form creates the account. */
export function InvitationPage() {
  const { words } = useLanguage()
  const text = words.reporting.access
  const { empty, provider = null } = useQuery(me).data ?? {}
  const { token } = route.useParams()
  const invitation = useQuery(trpc.people.invitation.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }))
  if (invitation.error && faultOf(invitation.error).code === null)
    return (
      <PlainPage>
        <FaultPanel error={invitation.error} onAgain={() => void invitation.refetch()} />
      </PlainPage>
    )
  if (invitation.isPending)
    return (
      <PlainPage>
        <Loading heights={[80, 280]} />
      </PlainPage>
    )
  if (!invitation.data)
    return (
      <PlainPage>
        <PageHead title={text.invalid} lead={empty ? text.firstLinkPlace : text.invalidAdvice} />
        {empty ? <Note>{text.firstLinkAgain}</Note> : null}
        <Link to="/sign-in">{text.toSignIn}</Link>
      </PlainPage>
    )
  const { role, email } = invitation.data
  return (
    <PlainPage>
      <PageHead
        title={text.welcome}
        lead={text[role in WELCOMES ? WELCOMES[role as keyof typeof WELCOMES] : 'welcomeKeeper']}
      />
      {provider === null || email === null ? null : (
        <div className={ui.form}>
          <ProviderButton name={provider} />
          <p className={ui.soft}>{words.reporting.account.provider.orPassword}</p>
        </div>
      )}
      <AccountForm token={token} email={email} />
    </PlainPage>
  )
}
