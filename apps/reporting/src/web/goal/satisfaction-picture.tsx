import { Link } from '@tanstack/react-router'
import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { ImprovementPanel } from '../improvements/improvement-panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import styles from './goal.module.css'

/** Draws satisfaction over time and who is behind it; groups are with the wave's results. */
export function SatisfactionPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
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
