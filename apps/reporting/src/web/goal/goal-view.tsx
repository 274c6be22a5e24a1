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
  const satisfaction = verdict.goal === 'customer-satisfaction'
  const hasRows = verdict.missing !== null
  const second = hasRows || satisfaction
  return (
    <>
      <PageHead
        title={words.scorecard.title(verdict)}
        lead={`${words.scorecard.definitions[verdict.goal]}${words.reporting.rules.aim(words.scorecard.target(verdict))}`}
        above={
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
      <UndoneImports undone={view.undone} />
      <KeyFigures verdict={verdict} period={period} />
      <GapPanel verdict={verdict} />
      <RowsLink verdict={verdict} period={period} />
      <div className={styles.grid} data-columns={second ? 'even' : 'free'}>
        <TrendPanel verdict={verdict} points={view.trend} />
        {second ? (
          <CountsPanel verdict={verdict} />
        ) : (
          <div className={ui.stack}>
            <CountsPanel verdict={verdict} />
            <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
          </div>
        )}
        {hasRows ? <MissingLists verdict={verdict} missing={view.missing} /> : null}
        {view.excluded.length > 0 ? <ExcludedPanel excluded={view.excluded} /> : null}
        {satisfaction ? <ImprovementPanel period={period} view={view} officer={user?.role === 'officer'} /> : null}
        {second ? (
          <div>
            <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
          </div>
        ) : null}
      </div>
      {satisfaction ? <EstimatePanel verdict={verdict} /> : null}
      {satisfaction ? <WaveChangePanel waves={view.waves} /> : null}
      {satisfaction ? <BreakdownPanel period={period} /> : null}
    </>
  )
}
