import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { HistoryPanel } from './history-panel.tsx'
import { ProposedChangesPanel } from './proposed-changes-panel.tsx'
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
      <PageHead
        title={text.title(data.version, data.settings.length, data.waiting.length)}
        lead={text.lead(periodName(data.half, locale))}
      >
        {user?.role === 'officer' ? (
          <div className={ui.links}>
            <Link to="/rules/propose">{text.propose.title}</Link>
            <Link to="/rules/exclude">{text.exclude.title}</Link>
          </div>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        {data.waiting.length > 0 ? <ProposedChangesPanel rules={data} /> : null}
        <SettingsTable rules={data} />
        <HistoryPanel rules={data} />
      </div>
    </>
  )
}
