import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DamageNote } from './damage-note.tsx'
import { SchedulerNote } from './scheduler-note.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { StaleNote } from './stale-note.tsx'

/** The layout of every page after sign-in. */
export function Shell() {
  const { words, suggest } = useLanguage()
  const { user, organisation } = useMe()
  const ownLocale = user?.locale
  useEffect(() => {
    if (ownLocale) suggest(ownLocale)
  }, [ownLocale, suggest])
  if (!user) return null
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {words.reporting.shell.skip}
      </a>
      <Sidebar user={user} />
      <div className={styles.body}>
        {organisation?.sample ? (
          <aside className={styles.ribbon} aria-label={words.reporting.shell.sample}>
            {words.reporting.shell.sample}
          </aside>
        ) : null}
        <DamageNote />
        <StaleNote />
        <SchedulerNote />
        <main id="content" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
