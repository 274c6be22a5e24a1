import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { urgencyOf } from '@wayproof/evidence/rights/rights-case'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { FloodPanel } from '../conversation/flood-panel.tsx'
import { NothingYet } from '../conversation/nothing-yet.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { CasePage } from './case-page.tsx'
import { ClosedCases } from './closed-cases.tsx'
import { OpenCases } from './open-cases.tsx'
import { RecordPage } from './record-page.tsx'

const route = getRouteApi('/inside/requests')

/** Lists requests and complaints, or shows the one that the address names. */
export function RequestsPage() {
  const { case: id, record } = route.useSearch()
  if (record) return <RecordPage />
  return id === undefined ? <Requests /> : <CasePage key={id} id={id} />
}

function Requests() {
  const { requests: text, byHand, rows } = useLanguage().words.reporting
  const { today } = useOrganisationDays()
  const { surveyUrl } = useMe()
  const onSettled = () => void queryClient.invalidateQueries()
  const closeFlood = useMutation(trpc.rights.closeFlood.mutationOptions({ onSettled }))
  const reopenFlood = useMutation(trpc.rights.reopenFlood.mutationOptions({ onSettled }))
  const list = useQuery(trpc.rights.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 240]} />
  const { open, closed, floods } = list.data
  const overdue = open.filter((listedCase) => urgencyOf(listedCase, today) === 'overdue').length
  return (
    <>
      <PageHead title={text.title(open.length, overdue)} lead={text.lead}>
        <span className={ui.links}>
          <Link to="/requests" search={{ record: true }}>
            {byHand.open}
          </Link>
          {(['csv', 'xlsx'] as const).map((form) => (
            <a key={form} href={`/export/requests.${form}`} download>
              {rows.exportAs(form.toUpperCase())}
            </a>
          ))}
        </span>
      </PageHead>
      <div className={ui.stack}>
        <FloodPanel entries={open} floods={floods} close={closeFlood} reopen={reopenFlood} />
        {open.length > 0 ? <OpenCases cases={open} /> : null}
        {open.length === 0 && closed.length === 0 ? (
          <NothingYet title={text.none} text={text.empty} address={`${surveyUrl}/rights`} link={text.publicPage}>
            <Link to="/requests" search={{ record: true }}>
              {byHand.open}
            </Link>
          </NothingYet>
        ) : null}
        {closed.length > 0 ? <ClosedCases cases={closed} /> : null}
      </div>
    </>
  )
}
