import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { addressOf, type MenuPage } from '../shell/menu-entries.ts'
import styles from './trail.module.css'

interface BreadcrumbsProps {
  /** The page of the menu that the open page belongs to; null if the menu does not list it. */
  readonly page: MenuPage | null
  /** Receives the element into which the page draws its own crumbs. */
  readonly onSlot: (slot: HTMLElement | null) => void
}

export function Breadcrumbs({ page, onSlot }: BreadcrumbsProps) {
  const words = useLanguage().words.reporting.shell
  return (
    <nav className={styles.crumbs} aria-label={words.breadcrumbs}>
      {page === null ? null : (
        <Link to={addressOf(page)} className={styles.root}>
          {words[page]}
        </Link>
      )}
      <span ref={onSlot} className={styles.slot} />
    </nav>
  )
}
