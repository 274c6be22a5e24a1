import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { EditionsForm } from './editions-form.tsx'

export function EditionsPanel() {
  const text = useLanguage().words.reporting.summaries.settings
  const settings = useQuery(trpc.edition.settings.queryOptions())
  return (
    <Panel title={text.title}>
      {settings.error ? <ErrorNote error={settings.error} /> : null}
      {settings.isPending ? <Loading heights={[240]} /> : null}
      {settings.data ? <EditionsForm saved={settings.data} /> : null}
    </Panel>
  )
}
