import { Link } from '@tanstack/react-router'
import { logoPath, logoSize } from '@wayproof/kernel/brand/brand'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './brand.module.css'

/** In pixels, as high as the mark. */
const LOGO_HEIGHT = 26

/** The organization's logo or else the product's mark, and the organization's name; leads to the first page. */
export function Brand({ onFollow }: { readonly onFollow?: () => void }) {
  const { locale, words } = useLanguage()
  const { organisation } = useMe()
  const [own, other] = [organisation?.nameZh, organisation?.nameEn]
  const name = (locale === 'en' ? other || own : own || other) ?? ''
  const logo = organisation?.brand.logo
  return (
    <Link to="/" className={styles.brand} onClick={onFollow}>
      {logo ? (
        <img className={styles.logo} src={logoPath(logo)} alt="" {...logoSize(logo, LOGO_HEIGHT)} />
      ) : (
        <span className={styles.mark} />
      )}
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
