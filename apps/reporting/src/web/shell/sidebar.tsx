import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { PanelLeft } from 'lucide-react'
import { trpc, type User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { AccountPanel } from './account-panel.tsx'
import { Brand } from './brand.tsx'
import { menuGroups, menuPageOf, pagesOf } from './menu-entries.ts'
import { MenuLink } from './menu-link.tsx'
import styles from './sidebar.module.css'
import { useFolded } from './use-folded.ts'

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
