import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotAllowed } from '../components/not-allowed.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { LanguagesTable } from './languages-table.tsx'
import { TemplateForm } from './template-form.tsx'
import { UploadPanel } from './upload-panel.tsx'

/** Languages of the survey beside those of the product: officers add them as files. */
export function LanguagesPage() {
  const { languages: text } = useLanguage().words.reporting
  const isOfficer = useMe().user?.role === 'officer'
  const list = useQuery({ ...trpc.language.list.queryOptions(), enabled: isOfficer })
  if (!isOfficer) return <NotAllowed />
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 200, 240]} />
  const active = list.data.filter(({ isActive }) => isActive).length
  return (
    <>
      <PageHead title={text.title(active)} lead={text.lead} trail={[text.crumb]} />
      <div className={ui.stack}>
        <LanguagesTable languages={list.data} />
        <UploadPanel />
        <TemplateForm />
      </div>
    </>
  )
}
