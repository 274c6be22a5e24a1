import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { AccountPanel } from './account-panel.tsx'
import { Brand } from './brand.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly user: User
  /** The element into which a page draws its breadcrumbs. */
  readonly crumbs: ReactNode
  readonly halfYear: ReactNode
  readonly onSearch: () => void
}

/** The bar above every page: where it is, the search, and the half-year. */
export function TopBar({ user, crumbs, halfYear, onSearch }: TopBarProps) {
  const words = useLanguage().words.reporting.shell
  return (
    <div className={styles.bar}>
      <div className={styles.phone}>
        <Brand />
      </div>
      <div className={styles.crumbs}>{crumbs}</div>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.searchText}>{words.search}</span>
        <kbd className={styles.key}>{navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <div className={styles.halfYear}>{halfYear}</div>
      <div className={styles.phone}>
        <AccountPanel user={user} button="avatar" />
      </div>
    </div>
  )
}
