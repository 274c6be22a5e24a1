import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
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
import { PeriodStepper } from '../scorecard/period-stepper.tsx'
import { ownPages } from '../shell/menu-entries.ts'
import { BouncingPanel } from './bouncing-panel.tsx'
import { EditionView } from './edition-view.tsx'
import { EditionsTable } from './editions-table.tsx'
import { WaitingPanel } from './waiting-panel.tsx'

const route = getRouteApi('/inside/summaries')

/** Shows the edition that the address names, or lists those of a half-year. */
export function SummariesPage() {
  const { edition } = route.useSearch()
  const { user } = useMe()
  if (!user || !ownPages(user.role).includes('summaries')) return <NotFound />
  const officer = user.role === 'officer'
  return edition ? <EditionView key={edition} id={edition} officer={officer} /> : <EditionList officer={officer} />
}

/** Lists the editions of the half-year in the address, waiting ones first. */
function EditionList({ officer }: { readonly officer: boolean }) {
  const search = route.useSearch()
  const { locale, words } = useLanguage()
  const { latest, home, available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const all = useQuery(trpc.edition.list.queryOptions())
  const text = words.reporting.summaries
  if (all.isLoadingError) return <FaultPanel error={all.error} onAgain={() => void all.refetch()} />
  if (!all.data) return <Loading heights={[56, 320]} />
  const editions = all.data.filter((edition) => edition.period === period)
  const waiting = editions.filter(({ state }) => state === 'held' || state === 'awaiting-approval')
  const sent = editions.filter(({ state }) => state === 'sent').length
  return (
    <>
      <PageHead title={text.title(sent, periodName(period, locale))} lead={text.lead}>
        <PeriodStepper
          page="/summaries"
          period={period}
          first={available.at(-1) ?? latest}
          last={available[0] ?? latest}
        />
      </PageHead>
      {officer ? <OpenQuestions page="summaries" /> : null}
      <div className={ui.stack}>
        {waiting.map((edition) => (
          <WaitingPanel key={edition.id} edition={edition} />
        ))}
        <Panel title={text.heading}>
          {editions.length === 0 ? (
            <p className={ui.soft}>{text.none}</p>
          ) : (
            <EditionsTable editions={editions} period={period} />
          )}
          {officer ? (
            <p className={ui.more}>
              {text.toSettings} <Link to="/settings">{words.reporting.shell.settings}</Link>
            </p>
          ) : null}
        </Panel>
        {officer ? <BouncingPanel /> : null}
      </div>
    </>
  )
}
