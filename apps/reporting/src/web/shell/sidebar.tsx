import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc, type User } from '../api.ts'
import { WaitingCount } from '../deadlines/waiting-count.tsx'
import { useLanguage } from '../language.tsx'
import { signOut } from '../session.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { ownPages, readPages } from './menu-entries.ts'
import { SchemeSwitch } from './scheme-switch.tsx'
import styles from './shell.module.css'

/** Says whether an appointment waits for this person, whose role otherwise has no People page. */
function useConfirms({ role }: User): boolean {
  const enabled = role === 'executive' || role === 'auditor'
  const { data } = useQuery({ ...trpc.people.appointments.queryOptions(), enabled })
  return enabled && (data?.waiting.length ?? 0) > 0
}

/** The menu: a column on wide screens, a button with a list on phones. */
export function Sidebar({ user }: { readonly user: User }) {
  const words = useLanguage().words.reporting.shell
  const [open, setOpen] = useState(false)
  const rolePages = ownPages(user.role)
  const programme = useConfirms(user) ? (['people', ...rolePages] as const) : rolePages
  const shut = () => setOpen(false)
  return (
    <header className={styles.side}>
      <div className={styles.sideInner}>
        <div className={styles.bar}>
          <Link to="/scorecard" className={styles.brand} onClick={shut}>
            {words.brand}
          </Link>
          <button
            type="button"
            className={styles.menuButton}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {words.menu}
          </button>
        </div>
        <div id="menu" className={styles.menu} data-open={open}>
          <nav aria-label={words.mainMenu}>
            {readPages(user.role).map((page) => (
              <Link
                key={page}
                to={`/${page}`}
                className={styles.link}
                activeOptions={{ includeSearch: false }}
                onClick={shut}
              >
                {words[page]}
                {page === 'deadlines' ? <WaitingCount /> : null}
              </Link>
            ))}
            <p className={styles.group}>{words.programme}</p>
            {programme.map((page) => (
              <Link key={page} to={`/${page}`} className={styles.link} onClick={shut}>
                {words[page]}
              </Link>
            ))}
          </nav>
          <div className={styles.foot}>
            <LanguageSwitch />
            <SchemeSwitch />
            <Link to="/profile" className={styles.who} title={user.email} onClick={shut}>
              <span className="sr-only">{words.labelled(words.profile, '')}</span>
              <span translate="no">{user.name}</span>
            </Link>
            <div>
              <button type="button" className={styles.choice} onClick={() => void signOut()}>
                {words.signOut}
              </button>
            </div>
          </div>
        </div>
      </div>
    </header>
  )
}
