import type { GoalView } from '../api.ts'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
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
    default:
      return (
        <>
          <div className={styles.pair}>
            <TrendPanel verdict={verdict} points={view.trend} />
            <CountsPanel verdict={verdict} />
          </div>
          {verdict.missing === null ? null : <MissingLists verdict={verdict} lists={view.missing} />}
        </>
      )
  }
}
