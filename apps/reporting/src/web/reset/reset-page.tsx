import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { faultOf } from '../components/fault-of.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { PlainPage } from '../shell/plain-page.tsx'
import { ResetForm } from './reset-form.tsx'

const route = getRouteApi('/reset/$token')

/**
 * Sets a new password through a link that was mailed or created by a command on the server. Opening it changes
 * nothing.
 */
export function ResetPage() {
  const { token } = route.useParams()
  return (
    <PlainPage>
      <Opened token={token} />
    </PlainPage>
  )
}

function Opened({ token }: { readonly token: string }) {
  const { faults, account } = useLanguage().words.reporting
  const text = account.reset
  const reset = useQuery(trpc.passwordReset.show.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }))
  if (reset.data) return <ResetForm token={token} email={reset.data.email} isRecovery={reset.data.recovers} />
  if (!reset.error) return <Loading heights={[80, 200]} />
  const { code } = faultOf(reset.error)
  if (code === null) return <FaultPanel error={reset.error} onAgain={() => void reset.refetch()} />
  return <PageHead title={faults.codes[code] ?? text.invalid} lead={<Link to="/reset">{text.again}</Link>} />
}
