import { periodName } from '@wayproof/messages/date-format'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { GoalView } from '../api.ts'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { missingPlace } from './missing-place.ts'

interface MissingListsProps {
  readonly verdict: Verdict
  readonly lists: GoalView['missing']
}

/** Lists a goal's missing rows; training has one list per quarter. */
export function MissingLists({ verdict, lists }: MissingListsProps) {
  const { locale, words } = useLanguage()
  const { goal } = verdict
  const [onlyList] = lists
  if (onlyList && lists.length === 1) {
    return <MissingPanel goal={goal} list={onlyList} line={words.scorecard.line(verdict)} anchor={missingPlace()} />
  }
  const quarters = goal === 'staff-training' ? verdict.figures.quarters : []
  return (
    <div id={missingPlace()} className={styles.quarters}>
      {lists.map((list) => {
        const quarter = quarters.find((candidate) => candidate.quarter === list.period)
        return (
          <MissingPanel
            key={list.period}
            goal={goal}
            list={list}
            line={quarter ? words.scorecard.quarterLine(quarter) : ''}
            anchor={missingPlace(list.period)}
            periodText={periodName(list.period, locale)}
          />
        )
      })}
    </div>
  )
}
