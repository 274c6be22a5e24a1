import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { PanelLeft } from 'lucide-react'
import { use, useState } from 'react'
import { trpc, type User } from '../api.ts'
import deadlinesStyles from '../deadlines/deadlines.module.css'
import { useWaiting } from '../deadlines/use-deadlines.ts'
import { useLanguage } from '../language.tsx'
import { useRoomBeside } from '../row-drawer/use-room-beside.ts'
import { ChosenBefore, MENU, remember } from '../stored-choices.ts'
import { AccountPanel } from './account-panel.tsx'
import { Brand } from './brand.tsx'
import { addressOf, type MenuPage, menuGroups, menuPageOf, pagesOf } from './menu-entries.ts'
import { MENU_ICONS } from './menu-icons.ts'
import styles from './sidebar.module.css'

/** Says whether an appointment waits for this person, whose role otherwise has no People page. */
function useConfirms({ role }: User): boolean {
  const enabled = role === 'executive' || role === 'auditor'
  const { data } = useQuery({ ...trpc.people.appointments.queryOptions(), enabled })
  return enabled && (data?.waiting.length ?? 0) > 0
}

interface SidebarProps {
  readonly user: User
  /** On a phone the menu covers the page while it is open. */
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The menu: a column that can be folded to icons, on phones a page of its own. */
export function Sidebar({ user, isOpen, onClose }: SidebarProps) {
  const words = useLanguage().words.reporting.shell
  const [isFolded, fold] = useFolded()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const current = menuPageOf(path)
  const confirms = useConfirms(user)
  const pages = confirms ? (['people', ...pagesOf(user.role)] as const) : pagesOf(user.role)
  return (
    <header className={styles.side} data-folded={isFolded} data-open={isOpen}>
      <div className={styles.inner}>
        <div className={styles.top}>
          <Brand onFollow={onClose} />
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!isFolded}
            aria-controls="menu"
            aria-label={isFolded ? words.unfold : words.fold}
            title={isFolded ? words.unfold : words.fold}
            onClick={() => fold(!isFolded)}
          >
            <PanelLeft size={17} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </div>
        <nav id="menu" className={styles.menu} aria-label={words.mainMenu}>
          {menuGroups(pages).map(([group, members]) => (
            <div key={group} className={styles.group}>
              {group === 'overview' ? null : <p className={styles.groupName}>{words.groups[group]}</p>}
              {members.map((page) => (
                <MenuLink key={page} page={page} isCurrent={page === current} onFollow={onClose} />
              ))}
            </div>
          ))}
        </nav>
        <div className={styles.foot}>
          <AccountPanel user={user} button="name" />
        </div>
      </div>
    </header>
  )
}

/** A drawer beside a list needs the menu's room. */
function useHasDrawer(): boolean {
  const isNamed = useRouterState({ select: ({ location }) => 'open' in location.search })
  return useRoomBeside() && isNamed
}

/**
 * Whether the menu is folded to icons, which the browser remembers. A drawer beside a list folds it, too; unfolding it
 * there lasts as long as the drawer.
 */
function useFolded(): readonly [boolean, (isFolded: boolean) => void] {
  const choices = use(ChosenBefore)
  const [isFolded, setFolded] = useState(() => choices.get(MENU) === 'folded')
  const hasDrawer = useHasDrawer()
  const [isUnfoldedBeside, setUnfoldedBeside] = useState(false)
  if (!hasDrawer && isUnfoldedBeside) setUnfoldedBeside(false)
  const fold = (next: boolean) => {
    if (hasDrawer) return setUnfoldedBeside(!next)
    remember(MENU, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [hasDrawer ? !isUnfoldedBeside : isFolded, fold]
}

interface MenuLinkProps {
  readonly page: MenuPage
  /** The page belongs to this entry, though its address may begin otherwise. */
  readonly isCurrent: boolean
  readonly onFollow: () => void
}

/** An entry of the menu; the folded menu shows only its icon, with the name as a tip. */
function MenuLink({ page, isCurrent, onFollow }: MenuLinkProps) {
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

/** The number of waiting tasks in the menu, red if one is overdue. */
function WaitingCount() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  if (!waiting || waiting.total === 0) return null
  return (
    <span className={deadlinesStyles.count} data-overdue={waiting.overdue > 0}>
      <span aria-hidden="true">{waiting.total}</span>
      <span className="sr-only">{words.deadlines.page.menuCount(waiting.total)}</span>
    </span>
  )
}
