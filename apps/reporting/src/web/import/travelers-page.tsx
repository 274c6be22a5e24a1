import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { ImportsPanel } from '../rows/imports-panel.tsx'

/** Travelers are counted and never listed; the page shows where their records came from. */
export function TravelersPage() {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const registers = useQuery(trpc.register.list.queryOptions())
  if (registers.isLoadingError) return <FaultPanel error={registers.error} onAgain={() => void registers.refetch()} />
  if (!registers.data) return <Loading heights={[56, 240]} />
  const travelers = registers.data.find(({ id }) => id === 'travelers')
  return (
    <>
      <PageHead
        title={words.reporting.rows.title(text.names.travelers ?? '', travelers?.rows ?? 0)}
        lead={text.travelersLead}
        trail={[text.names.travelers]}
      >
        {travelers?.mayImport ? (
          <div className={ui.links}>
            <Link to="/registers/$register/import" params={{ register: 'travelers' }}>
              {text.import}
            </Link>
          </div>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        <ImportsPanel register="travelers" mayWrite={false} />
      </div>
    </>
  )
}
