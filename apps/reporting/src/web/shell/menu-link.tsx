import { Link } from '@tanstack/react-router'
import { WaitingCount } from '../deadlines/waiting-count.tsx'
import { useLanguage } from '../language.tsx'
import { addressOf, type MenuPage } from './menu-entries.ts'
import { MENU_ICONS } from './menu-icons.ts'
import styles from './sidebar.module.css'

interface MenuLinkProps {
  readonly page: MenuPage
  /** The page belongs to this entry, though its address may begin otherwise. */
  readonly isCurrent: boolean
  readonly onFollow: () => void
}

/** An entry of the menu; the folded menu shows only its icon, with the name as a tip. */
export function MenuLink({ page, isCurrent, onFollow }: MenuLinkProps) {
  const words = useLanguage().words.reporting.shell
  const Icon = MENU_ICONS[page]
  return (
    <Link
      to={addressOf(page)}
      className={styles.link}
      data-current={isCurrent}
      title={words[page]}
      activeOptions={{ includeSearch: false, exact: page === 'home' }}
      onClick={onFollow}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles.name}>{words[page]}</span>
      {page === 'home' ? <WaitingCount /> : null}
    </Link>
  )
}
