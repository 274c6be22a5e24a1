import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './shell.module.css'

/** Warns on every page, before anyone types, that a damaged database saves nothing. */
export function DamageNote() {
  const words = useLanguage().words.reporting.faults
  if (!useMe().damaged) return null
  return (
    <div className={styles.stale}>
      <p className={ui.note} data-tone="fault" role="alert">
        {words.damaged}
      </p>
    </div>
  )
}
