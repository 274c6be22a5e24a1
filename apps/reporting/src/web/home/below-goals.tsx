import { useMe } from '../me.ts'
import { ComingPanel } from './coming-panel.tsx'
import { DecidedPanel } from './decided-panel.tsx'
import styles from './home.module.css'

/** The part of the home below the goals: coming days and decisions. */
export function BelowGoals() {
  return (
    <div className={styles.home}>
      {useMe().user?.role === 'executive' ? null : <ComingPanel />}
      <DecidedPanel />
    </div>
  )
}
