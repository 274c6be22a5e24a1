import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
import type { GoalView as View } from '../api.ts'
import { BreakdownPanel } from '../breakdown/breakdown-panel.tsx'
import { UndoneImports } from '../closing/undone-imports.tsx'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { ImprovementPanel } from '../improvements/improvement-panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ExcludedPanel } from '../missing-rows/excluded-panel.tsx'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { WaveChangePanel } from '../trend/wave-change-panel.tsx'
import { ChangedClose } from './changed-close.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { EstimatePanel } from './estimate-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { GapPanel } from './gap-panel.tsx'
import styles from './goal.module.css'
import { KeyFigures } from './key-figures.tsx'
import { RowsLink } from './rows-link.tsx'

/** The result of the goal is the page's title. */
export function GoalView({ view, period }: { readonly view: View; readonly period: string }) {
  const { locale, words } = useLanguage()
  const { user } = useMe()
  const { verdict } = view
  const isSatisfaction = verdict.goal === 'customer-satisfaction'
  const hasRows = verdict.missing !== null
  const isTwoColumns = hasRows || isSatisfaction
  return (
    <>
      <PageHead
        title={words.scorecard.title(verdict)}
        lead={`${words.scorecard.definitions[verdict.goal]}${words.reporting.rules.aim(words.scorecard.target(verdict))}`}
        breadcrumb={
          <nav className={styles.breadcrumb} aria-label={words.reporting.goal.breadcrumb}>
            <Link to="/scorecard" search={{ period }}>
              {words.reporting.shell.scorecard}
            </Link>
            {' › '}
            {periodName(period, locale)}
          </nav>
        }
      />
      <ChangedClose verdict={verdict} className={`${ui.note} ${styles.beside}`} />
      <UndoneImports undoneImports={view.undone} />
      <KeyFigures verdict={verdict} period={period} />
      <GapPanel verdict={verdict} />
      <RowsLink verdict={verdict} period={period} />
      <div className={styles.grid} data-columns={isTwoColumns ? 'even' : 'free'}>
        <TrendPanel verdict={verdict} points={view.trend} />
        {isTwoColumns ? (
          <CountsPanel verdict={verdict} />
        ) : (
          <div className={ui.stack}>
            <CountsPanel verdict={verdict} />
            <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
          </div>
        )}
        {hasRows ? <MissingLists verdict={verdict} lists={view.missing} /> : null}
        {view.excluded.length > 0 ? <ExcludedPanel exclusions={view.excluded} /> : null}
        {isSatisfaction ? <ImprovementPanel period={period} view={view} isOfficer={user?.role === 'officer'} /> : null}
        {isTwoColumns ? (
          <div>
            <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
          </div>
        ) : null}
      </div>
      {isSatisfaction ? <EstimatePanel verdict={verdict} /> : null}
      {isSatisfaction ? <WaveChangePanel waves={view.waves} /> : null}
      {isSatisfaction ? <BreakdownPanel period={period} /> : null}
    </>
  )
}
