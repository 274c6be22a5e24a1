import { useQuery } from '@tanstack/react-query'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { ComponentType } from 'react'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotAllowed } from '../components/not-allowed.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ExcludePanel } from './exclude-panel.tsx'
import { ProposePanel } from './propose-panel.tsx'

/** An officer proposes a change of a rule or target. */
export function ProposeRulePage() {
  const text = useLanguage().words.reporting.rules.propose
  return <ProposePage title={text.title} lead={text.lead} Form={ProposePanel} />
}

/** An officer proposes to exclude a record, or to include it again. */
export function ExcludeRowPage() {
  const text = useLanguage().words.reporting.rules.exclude
  return <ProposePage title={text.title} lead={text.lead} Form={ExcludePanel} />
}

interface ProposePageProps {
  readonly title: string
  readonly lead: string
  readonly Form: ComponentType<{ readonly rules: RulesInForce }>
}

function ProposePage({ title, lead, Form }: ProposePageProps) {
  const { data, error, isLoadingError, refetch } = useQuery(trpc.rules.list.queryOptions())
  if (useMe().user?.role !== 'officer') return <NotAllowed />
  if (isLoadingError) return <FaultPanel error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading heights={[76, 480]} />
  return (
    <>
      <PageHead title={title} lead={lead} trail={[title]} />
      <Form rules={data} />
    </>
  )
}
