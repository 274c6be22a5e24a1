import type { ShownApproval } from '../api.ts'
import { TakenOutPanel } from '../bridge/taken-out-panel.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ApprovalItem } from './approval-item.tsx'
import styles from './approvals.module.css'
import { useApprovals } from './use-approvals.ts'

/** Changes that need two people: those that wait for the reader, those that wait for others, and decided ones. */
export function ApprovalsPage() {
  const text = useLanguage().words.reporting.approvals
  const approvals = useApprovals()
  if (approvals.isLoadingError) return <FaultPanel error={approvals.error} onAgain={() => void approvals.refetch()} />
  if (!approvals.data) return <Loading heights={[76, 240, 160]} />
  const { waiting, others, takenOut, decided } = approvals.data
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Approvals title={text.waiting.title} none={text.waiting.none} approvals={waiting} />
      <TakenOutPanel takenOut={takenOut} />
      <Approvals title={text.others.title} none={text.others.none} approvals={others} />
      <Approvals title={text.decided.title} none={text.decided.none} approvals={decided} />
    </>
  )
}

interface ApprovalsProps {
  readonly title: string
  readonly none: string
  readonly approvals: readonly ShownApproval[]
}

function Approvals({ title, none, approvals }: ApprovalsProps) {
  return (
    <Panel title={title}>
      {approvals.length === 0 ? <p className={ui.soft}>{none}</p> : null}
      <ul className={styles.list}>
        {approvals.map((approval) => (
          <ApprovalItem key={approval.id} approval={approval} />
        ))}
      </ul>
    </Panel>
  )
}
