import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { EraseForm } from './erase-form.tsx'
import { FieldsTable } from './fields-table.tsx'
import { ProofsTable } from './proofs-table.tsx'
import { SuppressForm } from './suppress-form.tsx'

/** Shows the personal data and its deletions; officers erase people and stop letters here. */
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
      <PageHead title={text.title(fields.data.length)} lead={text.lead} />
      <OpenQuestions page="privacy" />
      <div className={ui.stack}>
        {user?.role === 'officer' ? (
          <>
            <SuppressForm />
            <EraseForm />
          </>
        ) : null}
        <ProofsTable proofs={proofs.data} />
        <FieldsTable fields={fields.data} />
      </div>
    </>
  )
}
