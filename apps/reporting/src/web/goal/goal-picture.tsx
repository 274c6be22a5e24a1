import type { GoalView } from '../api.ts'
import { LeaksPanel } from '../incidents/leaks-panel.tsx'
import { PartnerPicture } from '../partners/partner-picture.tsx'
import { TrainingPicture } from '../training/training-picture.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import styles from './goal.module.css'
import { PolicyPicture } from './policy-picture.tsx'
import { SatisfactionPicture } from './satisfaction-picture.tsx'

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
        <div className={styles.pair}>
          <LeaksPanel verdict={verdict} period={period} />
          <TrendPanel verdict={verdict} points={view.trend} />
        </div>
      )
  }
}
