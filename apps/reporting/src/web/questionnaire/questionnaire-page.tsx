import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DraftEditor } from './draft-editor.tsx'
import { PublishedView } from './published-view.tsx'

/** The questionnaire: its published versions, and for officers the draft of the next one. */
export function QuestionnairePage() {
  const { questionnaire: text } = useLanguage().words.reporting
  const isOfficer = useMe().user?.role === 'officer'
  const versions = useQuery(trpc.questionnaire.versions.queryOptions())
  const draft = useQuery({ ...trpc.questionnaire.draft.queryOptions(), enabled: isOfficer })
  const languages = useQuery(trpc.questionnaire.languages.queryOptions())
  const version = versions.data?.versions[0]?.version
  const definition = useQuery({
    ...trpc.questionnaire.definition.queryOptions({ version: version ?? 1 }),
    enabled: version !== undefined,
  })
  const failed = [versions, draft, definition, languages].find(({ isLoadingError }) => isLoadingError)
  if (failed) return <FaultPanel error={failed.error} onAgain={() => void failed.refetch()} />
  if (versions.data === null) return <PageHead title={text.title.none} lead={text.lead.none} trail={[text.crumb]} />
  if (!versions.data || !definition.data || !languages.data || (isOfficer && draft.data === undefined))
    return <Loading heights={[56, 56, 160, 480]} />
  const viewProps = { versions: versions.data.versions, latest: definition.data, languages: languages.data }
  return draft.data ? (
    <DraftEditor key={draft.data.id} draft={draft.data} {...viewProps} />
  ) : (
    <PublishedView isOfficer={isOfficer} {...viewProps} />
  )
}
