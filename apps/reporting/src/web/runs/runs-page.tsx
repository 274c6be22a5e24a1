import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { DayRuns } from './day-runs.tsx'
import { GapList } from './gap-list.tsx'
import { HealthNotes } from './health-notes.tsx'
import { HoldPanel } from './hold-panel.tsx'
import { HookPanel } from './hook-panel.tsx'
import { InstallationPanel } from './installation-panel.tsx'
import { PlannedRuns } from './planned-runs.tsx'
import { ServiceTable } from './service-table.tsx'

const ASK_EVERY_MS = 15_000

/** Shows which services work, what the scheduler ran, and what it will run. */
export function RunsPage() {
  const text = useLanguage().words.reporting.runs
  const servicesQuery = useQuery({ ...trpc.service.list.queryOptions(), refetchInterval: ASK_EVERY_MS })
  if (servicesQuery.isLoadingError)
    return <FaultPanel error={servicesQuery.error} onAgain={() => void servicesQuery.refetch()} />
  if (!servicesQuery.data) return <Loading heights={[56, 200, 320]} />
  const { services, holds, outages, planned, newest, hook, today } = servicesQuery.data
  const silent = services.filter(({ state }) => state === 'silent').length
  const { title } = text
  return (
    <>
      <PageHead
        title={services.length === 0 ? title.never : silent > 0 ? title.silent(silent) : title.working}
        lead={text.lead}
      />
      <div className={ui.stack}>
        <HealthNotes />
        <ServiceTable services={services} />
        <HoldPanel holds={holds} />
        <GapList outages={outages} />
        <HookPanel hook={hook} />
        <InstallationPanel />
        <PlannedRuns planned={planned} newest={newest} />
        <DayRuns today={today} />
      </div>
    </>
  )
}
