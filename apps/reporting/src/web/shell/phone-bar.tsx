import { Link } from '@tanstack/react-router'
import { Menu } from 'lucide-react'
import type { User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { addressOf, type MenuPage, pagesOf } from './menu-entries.ts'
import { MENU_ICONS } from './menu-icons.ts'
import styles from './phone-bar.module.css'

/** The entries that a thumb reaches, in order; a bar shows the first four that the role may open. */
const WITHIN_REACH: readonly MenuPage[] = [
  'home',
  'scorecard',
  'whistle-blowing',
  'requests',
  'deadlines',
  'actions',
  'registers',
  'summaries',
  'people',
  'runs',
  'settings',
]

interface PhoneBarProps {
  readonly user: User
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
}

/** The bar at the foot of a phone: four pages, and the whole menu. */
export function PhoneBar({ user, isMenuOpen, onMenu }: PhoneBarProps) {
  const words = useLanguage().words.reporting.shell
  const open = pagesOf(user.role)
  const pages = WITHIN_REACH.filter((page) => open.includes(page)).slice(0, 4)
  return (
    <nav className={styles.bar} aria-label={words.phoneBar}>
      {pages.map((page) => {
        const Icon = MENU_ICONS[page]
        return (
          <Link
            key={page}
            to={addressOf(page)}
            className={styles.entry}
            activeOptions={{ includeSearch: false, exact: page === 'home' }}
            onClick={() => onMenu(false)}
          >
            <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
            {words[page]}
          </Link>
        )
      })}
      <button
        type="button"
        className={styles.entry}
        aria-expanded={isMenuOpen}
        aria-controls="menu"
        onClick={() => onMenu(!isMenuOpen)}
      >
        <Menu size={20} strokeWidth={1.75} aria-hidden="true" />
        {words.menu}
      </button>
    </nav>
  )
}
