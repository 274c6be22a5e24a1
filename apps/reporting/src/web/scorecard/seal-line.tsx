import { Link } from '@tanstack/react-router'
import type { SealStamp } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Under the half-year of a closed scorecard: when it was sealed, by how many, and the head that stands on paper. */
export function SealLine({ seal, period }: { readonly seal: SealStamp; readonly period: string }) {
  const { words } = useLanguage()
  return (
    <p className={styles.asOf}>
      {words.closing.sealed.line(seal)}
      <br />
      <span translate="no" className={styles.head} data-seal={seal.number}>
        {seal.code}
      </span>{' '}
      <Link to="/closing" search={{ period }}>
        {words.reporting.scorecard.verify}
      </Link>
    </p>
  )
}
