import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useApprovals } from '../approvals/use-approvals.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { periodsToOpen } from '../opening/wave-plan.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ApprovedOpening, PendingOpening } from './approved-opening.tsx'
import { OpenedPanel, type OpenedWave } from './opened-panel.tsx'
import { OpeningSteps } from './opening-steps.tsx'

/** Leads through the plan of a wave in four steps; another officer’s approval opens it. */
export function OpeningPage() {
  const { words } = useLanguage()
  const text = words.reporting.wavePages.opening
  const { today, timeZone } = useOrganisationDays()
  const isOfficer = useMe().user?.role === 'officer'
  const waves = useQuery(trpc.wave.list.queryOptions())
  const approvals = useApprovals()
  const [opened, setOpened] = useState<OpenedWave | null>(null)
  if (opened) return <OpenedPanel wave={opened} />
  if (waves.isLoadingError) return <FaultPanel error={waves.error} onAgain={() => void waves.refetch()} />
  if (!waves.data || approvals.isPending) return <Loading heights={[76, 480]} />
  const open = waves.data.find(({ status }) => status === 'open')
  const periods = periodsToOpen(
    today,
    waves.data.map(({ period }) => period),
  )
  const { waiting = [], others = [], decided = [] } = approvals.data ?? {}
  const ofPeriods = [...waiting, ...others, ...decided].filter(
    ({ kind, subject }) => kind === 'wave-opening' && periods.includes(subject),
  )
  const pending = ofPeriods.find(({ state }) => state === 'pending')
  const approved = ofPeriods.find(({ state, expiresAt }) => state === 'approved' && dateAt(expiresAt, timeZone) > today)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} trail={[text.title]} />
      {!isOfficer ? (
        <p className={ui.soft}>{words.reporting.faults.notAllowed}</p>
      ) : open ? (
        <p className={ui.soft}>
          {text.running}{' '}
          <Link to="/waves/progress" search={{ period: open.period }}>
            {text.toOpenWave}
          </Link>
        </p>
      ) : periods[0] === undefined ? (
        <p className={ui.soft}>{words.reporting.waves.open.none}</p>
      ) : pending ? (
        <PendingOpening opening={pending} />
      ) : approved ? (
        <ApprovedOpening period={approved.subject} />
      ) : (
        <OpeningSteps periods={periods} latest={periods[0]} onOpened={setOpened} />
      )}
    </>
  )
}
