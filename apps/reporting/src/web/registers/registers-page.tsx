import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { CaseRegistersPanel } from './case-registers.tsx'
import { RegistersTable } from './registers-table.tsx'

export function RegistersPage() {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const registers = useQuery(trpc.register.list.queryOptions())
  if (registers.isLoadingError) return <FaultPanel error={registers.error} onAgain={() => void registers.refetch()} />
  if (!registers.data) return <Loading heights={[56, 480]} />
  const mayImportAny = registers.data.some(({ mayImport }) => mayImport)
  const filledCount = registers.data.filter(({ rows }) => rows > 0).length
  return (
    <>
      <PageHead
        title={text.title(filledCount, registers.data.length)}
        lead={mayImportAny ? text.lead : text.readOnly}
      />
      <div className={ui.stack}>
        <RegistersTable registers={registers.data} />
        <CaseRegistersPanel />
      </div>
    </>
  )
}
