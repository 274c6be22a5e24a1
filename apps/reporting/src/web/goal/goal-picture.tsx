import type { GoalView } from '../api.ts'
import { AlikePanel } from '../incidents/alike-panel.tsx'
import incidents from '../incidents/incidents.module.css'
import { LeakRunPanel } from '../incidents/leak-run-panel.tsx'
import { LeaksPanel } from '../incidents/leaks-panel.tsx'
import { SaidPanel } from '../incidents/said-panel.tsx'
import { PartnerPicture } from '../partners/partner-picture.tsx'
import { TrainingPicture } from '../training/training-picture.tsx'
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
