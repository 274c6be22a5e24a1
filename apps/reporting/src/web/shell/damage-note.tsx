import surface from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './shell.module.css'

/** Nothing is saved while the database file is damaged: said on every page, before anybody types. */
export function DamageNote() {
  const words = useLanguage().words.reporting.faults
  if (!useMe().damaged) return null
  return (
    <div className={styles.stale}>
      <p className={surface.note} data-tone="fault" role="alert">
        {words.damaged}
      </p>
    </div>
  )
}
