import { useQuery } from '@tanstack/react-query'
import { type GoalView, trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import goal from '../goal/goal.module.css'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { AuditMatrix } from './audit-matrix.tsx'

/** Draws partners by year beside the list of those that the goal lacks. */
export function PartnerPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const audits = useQuery(trpc.scorecard.audits.queryOptions({ period }))
  if (audits.isLoadingError) return <FaultPanel error={audits.error} onAgain={() => void audits.refetch()} />
  if (!audits.data) return <Loading heights={[420]} />
  const { verdict } = view
  return (
    <div className={goal.pair} data-free>
      <AuditMatrix audits={audits.data} />
      {verdict.missing === null ? null : <MissingLists verdict={verdict} lists={view.missing} />}
    </div>
  )
}
