import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { HalfYearControl } from '../half-year/half-year-control.tsx'
import { KnownHalfYear } from '../half-year/known-half-year.tsx'
import { hasOwnHalfYear } from '../half-year/shown-half-year.ts'
import { useLanguage } from '../language.tsx'
import { LiveNote } from '../live/live-note.tsx'
import { useMe } from '../me.ts'
import { GuideLink } from '../on-demand.ts'
import { Breadcrumbs } from '../trail/breadcrumbs.tsx'
import { TrailSlot } from '../trail/trail-slot.ts'
import { UndoBar } from '../undo/undo-bar.tsx'
import { DamageNote } from './damage-note.tsx'
import { Dialogs, type OpenDialog } from './dialogs.tsx'
import { menuPageOf } from './menu-entries.ts'
import { PhoneBar } from './phone-bar.tsx'
import { SampleBar } from './sample-bar.tsx'
import { SchedulerNote } from './scheduler-note.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { StaleNote } from './stale-note.tsx'
import { TopBar } from './top-bar.tsx'

/** The layout of every page after sign-in. */
export function Shell() {
  const { words, suggest } = useLanguage()
  const { user } = useMe()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const ownLocale = user?.locale
  useEffect(() => {
    if (ownLocale) suggest(ownLocale)
  }, [ownLocale, suggest])
  useEffect(() => {
    if (!isMenuOpen) return
    const onKey = ({ key }: KeyboardEvent) => (key === 'Escape' ? setMenuOpen(false) : undefined)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isMenuOpen])
  if (!user) return null
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {words.reporting.shell.skip}
      </a>
      <Sidebar user={user} isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} />
      <div className={styles.body}>
        <SampleBar />
        <TopBar
          user={user}
          crumbs={<Breadcrumbs page={menuPageOf(path)} onSlot={setSlot} />}
          halfYear={user.role === 'administrator' || hasOwnHalfYear(path) ? null : <HalfYearControl />}
          onSearch={() => setDialog('palette')}
        />
        <DamageNote />
        <StaleNote />
        <SchedulerNote />
        <LiveNote />
        <main id="content" className={styles.main} tabIndex={-1}>
          {user.role === 'officer' && path !== '/' ? (
            <Suspense>
              <GuideLink />
            </Suspense>
          ) : null}
          <TrailSlot value={slot}>
            <KnownHalfYear>
              <Outlet />
            </KnownHalfYear>
          </TrailSlot>
        </main>
      </div>
      <PhoneBar user={user} isMenuOpen={isMenuOpen} onMenu={setMenuOpen} />
      <UndoBar />
      <Dialogs user={user} open={dialog} onOpen={setDialog} />
    </div>
  )
}
