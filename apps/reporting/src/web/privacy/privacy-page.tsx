import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { FieldsTable } from './fields-table.tsx'
import { ProofsTable } from './proofs-table.tsx'

/** Shows the personal data and its deletions. */
export function PrivacyPage() {
  const text = useLanguage().words.privacy
  const { user } = useMe()
  const fields = useQuery(trpc.privacy.fields.queryOptions())
  const proofs = useQuery(trpc.privacy.proofs.queryOptions())
  const failed = [fields, proofs].find(({ isLoadingError }) => isLoadingError)
  if (failed) return <FaultPanel error={failed.error} onAgain={() => void failed.refetch()} />
  if (!fields.data || !proofs.data) return <Loading heights={[56, 240, 480]} />
  return (
    <>
      <PageHead title={text.title(fields.data.length)} lead={text.lead}>
        {user?.role === 'officer' ? (
          <div className={ui.links}>
            <Link to="/privacy/erase">{text.erase.title}</Link>
            <Link to="/privacy/stop-emails">{text.suppress.title}</Link>
          </div>
        ) : null}
      </PageHead>
      <OpenQuestions page="privacy" />
      <div className={ui.stack}>
        <FieldsTable fields={fields.data} />
        <ProofsTable proofs={proofs.data} />
      </div>
    </>
  )
}
