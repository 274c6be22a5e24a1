import { Link } from '@tanstack/react-router'
import type { SealStamp } from '@wayproof/scorecard/closing/seals/sealed-parts'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Shows when a closed scorecard was sealed, by how many people, and its printed seal code. */
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
