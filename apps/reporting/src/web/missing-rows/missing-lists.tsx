import { periodName } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import type { GoalView } from '../api.ts'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { missingPlace } from './missing-place.ts'

interface MissingListsProps {
  readonly verdict: Verdict
  readonly missing: GoalView['missing']
}

/** Lists a goal's missing rows; training has one list per quarter. */
export function MissingLists({ verdict, missing }: MissingListsProps) {
  const { locale, words } = useLanguage()
  const { goal } = verdict
  const [only] = missing
  if (only && missing.length === 1) {
    return <MissingPanel goal={goal} missing={only} line={words.scorecard.line(verdict)} place={missingPlace()} />
  }
  const quarters = goal === 'staff-training' ? verdict.figures.quarters : []
  return (
    <div id={missingPlace()} className={styles.quarters}>
      {missing.map((list) => {
        const quarter = quarters.find((each) => each.quarter === list.period)
        return (
          <MissingPanel
            key={list.period}
            goal={goal}
            missing={list}
            line={quarter ? words.scorecard.quarterLine(quarter) : ''}
            place={missingPlace(list.period)}
            of={periodName(list.period, locale)}
          />
        )
      })}
    </div>
  )
}
