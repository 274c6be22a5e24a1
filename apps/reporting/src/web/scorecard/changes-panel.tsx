import type { Change } from '@wayproof/scorecard/change/change'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Whether a goal can be compared with the period before, or a break must be told. */
export const hasChanges = (changes: readonly Change[]): boolean =>
  changes.some((change) => improvementOf(change) !== null || change.broken !== null)

/** Lists the goals that improved, declined or stayed, and how firm the change is. */
export function ChangesPanel({ changes }: { readonly changes: readonly Change[] }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.changes
  const comparable = changes.flatMap((change) => {
    const [fromTo, move] = [words.scorecard.fromTo(change), improvementOf(change)]
    return fromTo === null || move === null ? [] : [{ change, fromTo, move }]
  })
  const breaks = changes.flatMap(({ goal, broken }) => (broken ? [{ goal, broken }] : []))
  return (
    <Panel title={text.title}>
      {comparable.length + breaks.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul>
        {comparable.map(({ change, fromTo, move }) => {
          const firm = words.scorecard.claims.change(change)
          return (
            <li key={change.goal} className={styles.change}>
              <Move difference={move} label={move > 0 ? text.better : move < 0 ? text.worse : text.same} />
              <span>
                {words.goals.names[change.goal]} <b>{fromTo}</b>
                {firm ? text.because(firm) : null}
              </span>
            </li>
          )
        })}
        {breaks.map(({ goal, broken }) => (
          <li key={goal} className={styles.change}>
            <Broken label={words.reporting.goal.trend.broken[broken]} />
            <span>
              {words.reporting.shell.labelled(
                words.goals.names[goal],
                words.reporting.goal.trend.notComparable(words.reporting.goal.trend.broken[broken]),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Move({ difference, label }: { readonly difference: number; readonly label: string }) {
  const drawing =
    difference > 0 ? 'M6 1L11.5 11H.5z' : difference < 0 ? 'M6 11L.5 1h11z' : 'M1 4h10v1.6H1zM1 7.6h10v1.6H1z'
  const color = difference > 0 ? 'var(--met)' : difference < 0 ? 'var(--missed)' : 'var(--faint)'
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={label}>
      <path d={drawing} fill={color} />
    </svg>
  )
}

function Broken({ label }: { readonly label: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={label}>
      <path d="M0 5.2h4v1.6H0zM8 5.2h4v1.6H8z" fill="var(--faint)" />
    </svg>
  )
}

/** Positive for an improvement: a larger share or fewer leaks; null if the values cannot be compared. */
export function improvementOf({ from, to, leaks }: Change): number | null {
  if (leaks) return Math.sign(leaks.from.count - leaks.to.count)
  return from === null || to === null ? null : Math.sign(to - from)
}
