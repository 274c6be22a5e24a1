import { useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ExcludePanel } from './exclude-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ProposePanel } from './propose-panel.tsx'
import { ProposedChangesPanel } from './proposed-changes-panel.tsx'
import styles from './rules.module.css'
import { SettingsTable } from './settings-table.tsx'

/** Shows the rules in force, the changes that wait for a second person, and all decided changes. */
export function RulesPage() {
  const { locale, words } = useLanguage()
  const text = words.reporting.rules
  const { user } = useMe()
  const { data, error, isLoadingError, refetch } = useQuery(trpc.rules.list.queryOptions())
  if (isLoadingError) return <FaultPanel error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading heights={[76, 640, 220]} />
  return (
    <>
      <PageHead title={text.title(data.version)} lead={text.lead(periodName(data.half, locale))} />
      <div className={ui.stack}>
        {data.waiting.length > 0 ? <ProposedChangesPanel rules={data} /> : null}
        <SettingsTable rules={data} />
        {user?.role === 'officer' ? (
          <div className={styles.forms}>
            <ProposePanel rules={data} />
            <ExcludePanel rules={data} />
          </div>
        ) : null}
        <HistoryPanel rules={data} />
      </div>
    </>
  )
}
