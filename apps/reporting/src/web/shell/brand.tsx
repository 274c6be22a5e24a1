import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './brand.module.css'

/** The product's mark and the organization's name; leads to the first page. */
export function Brand({ onFollow }: { readonly onFollow?: () => void }) {
  const { locale, words } = useLanguage()
  const { organisation } = useMe()
  const [own, other] = [organisation?.nameZh, organisation?.nameEn]
  const name = (locale === 'en' ? other || own : own || other) ?? ''
  return (
    <Link to="/" className={styles.brand} onClick={onFollow}>
      <span className={styles.mark} />
      <span className={styles.names}>
        <span className={styles.product}>{words.reporting.shell.brand}</span>
        {name ? (
          <span className={styles.organisation} translate="no">
            {name}
          </span>
        ) : null}
      </span>
    </Link>
  )
}
