import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import { useEffect } from 'react'
import { type PolicyPage, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ProofsTable } from './proofs-table.tsx'

/** Shows what the watcher found on one page, when and how. */
export function ProofsPage({ page }: { readonly page: PolicyPage }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  const { surfaceId, language, manual, status, waiting } = page
  const proofs = useQuery(trpc.policy.proofs.queryOptions({ surfaceId, language }))
  const { refetch } = proofs
  // The fetch that the reader requested has finished.
  useEffect(() => {
    if (!waiting) void refetch()
  }, [waiting, refetch])
  if (proofs.isLoadingError) return <FaultPanel error={proofs.error} onAgain={() => void proofs.refetch()} />
  if (!proofs.data) return <Loading heights={[56, 320]} />
  return (
    <>
      <PageHead
        title={text.pageTitle(page.surface, language, text.statuses[status])}
        lead={text.pageLead}
        breadcrumb={
          <Link to="/policies" search={{}}>
            {text.back}
          </Link>
        }
      />
      <div className={ui.stack}>
        {manual ? (
          <Note>
            <span>
              {text.manual(text.because[manual.because], day(manual.by, locale))}{' '}
              <Link to="/registers">{text.toRegisters}</Link>
            </span>
          </Note>
        ) : null}
        <Panel title={text.proofs}>
          {proofs.data.length > 0 ? <ProofsTable proofs={proofs.data} /> : <p className={ui.soft}>{text.noProof}</p>}
        </Panel>
      </div>
    </>
  )
}
