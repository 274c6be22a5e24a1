import type { GoalView } from '../api.ts'
import { BreakdownPanel } from '../breakdown/breakdown-panel.tsx'
import { ImprovementPanel } from '../improvements/improvement-panel.tsx'
import { useMe } from '../me.ts'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import styles from './goal.module.css'

/** Draws satisfaction over time and who is behind it; groups open on request. */
export function SatisfactionPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { user } = useMe()
  return (
    <>
      <div className={styles.pair}>
        <TrendPanel verdict={view.verdict} points={view.trend} />
        <CountsPanel verdict={view.verdict} />
      </div>
      <ImprovementPanel period={period} view={view} isOfficer={user?.role === 'officer'} />
      <BreakdownPanel period={period} />
    </>
  )
}
