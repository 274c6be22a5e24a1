import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { shortDay } from '@wayproof/messages/date-format'
import { isUncompared } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import { type GoalView, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { ImprovementPanel } from '../improvements/improvement-panel.tsx'
import incidents from '../incidents/incidents.module.css'
import incidentsStyles from '../incidents/incidents.module.css'
import { LeakRunPanel } from '../incidents/leak-run-panel.tsx'
import { LeaksPanel } from '../incidents/leaks-panel.tsx'
import { SaidPanel } from '../incidents/said-panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { AuditMatrix } from '../partners/audit-matrix.tsx'
import { PolicyGrid } from '../policies/policy-grid.tsx'
import { TrainingPicture } from '../training/training-picture.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import styles from './goal.module.css'

/** Shows the picture that answers the first question about a goal. */
export function GoalPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { verdict } = view
  switch (verdict.goal) {
    case 'customer-satisfaction':
      return <SatisfactionPicture view={view} period={period} />
    case 'policy-publication':
      return <PolicyPicture view={view} period={period} />
    case 'staff-training':
      return <TrainingPicture view={view} period={period} />
    case 'partner-audit':
      return <PartnerPicture view={view} period={period} />
    case 'incident-reduction':
      return (
        <>
          <LeakRunPanel period={period} />
          <div className={styles.pair}>
            <LeaksPanel verdict={verdict} period={period} />
            <div className={incidents.stack}>
              <SaidPanel verdict={verdict} halving={view.halving} />
              <AlikePanel verdict={verdict} />
            </div>
          </div>
        </>
      )
  }
}

/** Draws partners by year beside the list of those that the goal lacks. */
function PartnerPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const audits = useQuery(trpc.scorecard.audits.queryOptions({ period }))
  if (audits.isLoadingError) return <FaultPanel error={audits.error} onAgain={() => void audits.refetch()} />
  if (!audits.data) return <Loading heights={[420]} />
  const { verdict } = view
  return (
    <div className={styles.pair} data-free>
      <AuditMatrix audits={audits.data} />
      {verdict.missing === null ? null : <MissingLists verdict={verdict} lists={view.missing} />}
    </div>
  )
}

const route = getRouteApi('/inside/goal/$goal')

/** Draws surfaces by language at the end of the half-year, or today, with the list that was sealed beside it. */
function PolicyPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { surface, language } = route.useSearch()
  const navigate = route.useNavigate()
  const pages = useQuery(trpc.policy.pages.queryOptions({ period }))
  const { verdict } = view
  if (pages.isLoadingError) return <FaultPanel error={pages.error} onAgain={() => void pages.refetch()} />
  if (!pages.data) return <Loading heights={[420]} />
  return (
    <PolicyGrid
      pages={pages.data.pages}
      expected={verdict.goal === 'policy-publication' ? verdict.figures.version : null}
      selected={surface !== undefined && language !== undefined ? { surface, language } : null}
      onSelect={(cell) =>
        void navigate({
          search: ({ period: at }) => ({ ...(at ? { period: at } : {}), ...cell }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      {verdict.missing === null ? null : <MissingLists verdict={verdict} lists={view.missing} />}
    </PolicyGrid>
  )
}

/** Compares equal parts of the two years; renders nothing if they are not compared. */
function AlikePanel({ verdict }: { readonly verdict: VerdictOf<'incident-reduction'> }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.alike
  const { asOf, reason, figures } = verdict
  const { baselineYear, baselineCount, currentYear, currentCount, cap } = figures
  if (isUncompared(reason)) return null
  const isRunning = figures.baselineSoFar !== undefined
  return (
    <Panel title={text.title} note={isRunning ? text.until(shortDay(asOf, locale)) : text.whole}>
      <FunnelBars
        steps={[
          { label: `${baselineYear}`, count: isRunning ? (figures.baselineSoFar ?? null) : baselineCount },
          { label: `${currentYear}`, count: currentCount },
        ]}
      />
      <p className={incidentsStyles.limit}>{text.limit(cap)}</p>
    </Panel>
  )
}

/** Draws satisfaction over time and who is behind it; groups are with the wave's results. */
function SatisfactionPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { user } = useMe()
  const groups = useLanguage().words.reporting.breakdown
  return (
    <>
      <div className={styles.pair}>
        <TrendPanel verdict={view.verdict} points={view.trend} />
        <CountsPanel verdict={view.verdict} />
      </div>
      <ImprovementPanel period={period} view={view} isOfficer={user?.role === 'officer'} />
      <Panel
        title={groups.title}
        actions={
          <Link to="/waves/results" search={{ period }}>
            {groups.show}
          </Link>
        }
      >
        <p className={ui.soft}>{groups.what}</p>
      </Panel>
    </>
  )
}
