import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotFound } from '../components/not-found.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { pagesOf } from '../shell/menu-entries.ts'
import { BouncingPanel } from './bouncing-panel.tsx'
import { EditionView } from './edition-view.tsx'
import { EditionsTable } from './editions-table.tsx'
import { WaitingEditionPanel } from './waiting-edition-panel.tsx'

const route = getRouteApi('/inside/summaries')

/** Shows the edition that the address names, or lists those of a half-year. */
export function SummariesPage() {
  const { edition } = route.useSearch()
  const { user } = useMe()
  if (!user || !pagesOf(user.role).includes('summaries')) return <NotFound />
  const isOfficer = user.role === 'officer'
  return edition ? (
    <EditionView key={edition} id={edition} isOfficer={isOfficer} />
  ) : (
    <EditionList isOfficer={isOfficer} />
  )
}

/** Lists the editions of the half-year in the address, waiting ones first. */
function EditionList({ isOfficer }: { readonly isOfficer: boolean }) {
  const search = route.useSearch()
  const { locale, words } = useLanguage()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const editionsQuery = useQuery(trpc.edition.list.queryOptions())
  const text = words.reporting.summaries
  if (editionsQuery.isLoadingError)
    return <FaultPanel error={editionsQuery.error} onAgain={() => void editionsQuery.refetch()} />
  if (!editionsQuery.data) return <Loading heights={[56, 320]} />
  const editions = editionsQuery.data.filter((edition) => edition.period === period)
  const waitingEditions = editions.filter(({ state }) => state === 'held' || state === 'awaiting-approval')
  const sentCount = editions.filter(({ state }) => state === 'sent').length
  return (
    <>
      <PageHead title={text.title(sentCount, periodName(period, locale))} lead={text.lead} />
      {isOfficer ? <OpenQuestions page="summaries" /> : null}
      <div className={ui.stack}>
        {waitingEditions.map((edition) => (
          <WaitingEditionPanel key={edition.id} edition={edition} />
        ))}
        <Panel title={text.heading}>
          {editions.length === 0 ? (
            <p className={ui.soft}>{text.none}</p>
          ) : (
            <EditionsTable editions={editions} period={period} />
          )}
          {isOfficer ? (
            <p className={ui.more}>
              {text.toSettings}{' '}
              <Link to="/settings/$section" params={{ section: 'summary' }}>
                {words.reporting.shell.settings}
              </Link>
            </p>
          ) : null}
        </Panel>
        {isOfficer ? <BouncingPanel /> : null}
      </div>
    </>
  )
}
