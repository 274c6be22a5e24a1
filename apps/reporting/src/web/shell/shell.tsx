import { notifyManager, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { nextPeriod, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { moment, periodName } from '@wayproof/messages/date-format'
import {
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  Suspense,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { queryClient, trpc, type User } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { LinkButton } from '../components/link-button.tsx'
import { LoadingPart } from '../components/loading.tsx'
import { SignedOutNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { HalfYearControl } from '../half-year/half-year-control.tsx'
import { hasOwnHalfYear, inHalfYear, isNoHalfYear, shownHalfYear } from '../half-year/shown-half-year.ts'
import { useLanguage } from '../language.tsx'
import { LiveNote } from '../live/live-note.tsx'
import { useMe } from '../me.ts'
import { GuideLink, Palette, RemoveSample, ShortcutSheet } from '../on-demand.ts'
import type { Shortcut } from '../shortcuts/shortcut.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import trailStyles from '../trail/trail.module.css'
import { TrailSlot } from '../trail/trail-slot.ts'
import { UndoBar } from '../undo/undo-bar.tsx'
import { addressOf, type MenuPage, menuPageOf, pagesOf } from './menu-entries.ts'
import { PhoneBar } from './phone-bar.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
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

/** Warns on every page, before anyone types, that a damaged database saves nothing. */
function DamageNote() {
  const words = useLanguage().words.reporting.faults
  if (!useMe().damaged) return null
  return (
    <div className={styles.stale}>
      <p className={ui.note} data-tone="fault" role="alert">
        {words.damaged}
      </p>
    </div>
  )
}

/** Says on every page that all data are made up. An officer can remove sample data that was loaded here. */
function SampleBar() {
  const text = useLanguage().words.reporting.shell
  const { user, organisation } = useMe()
  const [isRemoving, setIsRemoving] = useState(false)
  if (!organisation?.sample) return null
  const { hasSampleData } = organisation
  return (
    <aside className={styles.ribbon} aria-label={text.sample} data-loaded={hasSampleData || undefined}>
      {text.sample}
      {hasSampleData && user?.role === 'officer' ? (
        <>
          {' '}
          <LinkButton onClick={() => setIsRemoving(true)}>{text.removeSample}</LinkButton>
        </>
      ) : null}
      <Suspense fallback={<LoadingPart />}>
        {isRemoving ? <RemoveSample onClose={() => setIsRemoving(false)} /> : null}
      </Suspense>
    </aside>
  )
}

/** Shows the page, or one sentence if its half-year is none, with a link to the usual one. */
function KnownHalfYear({ children }: { readonly children: ReactNode }) {
  const { locale, words } = useLanguage()
  const { period } = useSearch({ strict: false })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const { data } = useQuery(trpc.scorecard.periods.queryOptions())
  if (period === undefined || !isNoHalfYear(path, period, data?.available)) return children
  const text = words.reporting.scorecard
  const usual = data && shownHalfYear(path, undefined, data)
  return (
    <PageHead
      title={text.noFigures(periodName(period, locale))}
      lead={
        usual ? (
          <Link to="." search={inHalfYear(usual)}>
            {text.toNewest(periodName(usual, locale))}
          </Link>
        ) : null
      }
    />
  )
}

const ASK_EVERY_MS = 60_000

/**
 * Warns on every page while the scheduler is down, because then nothing is sent, opened or closed; managers are also warned
 * of the services that the scheduler cannot reach, and of emails that wait.
 */
function SchedulerNote() {
  const { words, locale } = useLanguage()
  const { timeZone } = useMe()
  const { data } = useQuery(trpc.session.scheduler.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS }))
  if (!data) return null
  const text = words.reporting.shell
  const areAllHeld = data.holds.some(({ domain }) => domain === '')
  const isSaid = data.holds.length === 0 || data.silent.some(({ service }) => service === 'mail-server')
  const heldSince = Math.min(...data.holds.map(({ since }) => since))
  const sentences = [
    ...(data.state === 'ok'
      ? []
      : [text.schedulerLate(data.lastLook === null ? null : moment(Date.parse(data.lastLook), timeZone, locale))]),
    ...data.silent.map(({ service, contactAt }) => text.silent[service](moment(contactAt, timeZone, locale))),
    ...(isSaid ? [] : [text.held(areAllHeld, moment(heldSince, timeZone, locale))]),
  ]
  return sentences.map((sentence) => (
    <div key={sentence} className={styles.stale}>
      <p className={ui.note} data-tone="caution" role="status">
        {sentence}
      </p>
    </div>
  ))
}

type OpenDialog = 'palette' | 'sheet' | null

interface DialogsProps {
  readonly user: User
  readonly open: OpenDialog
  readonly onOpen: Dispatch<SetStateAction<OpenDialog>>
}

/** The palette and the sheet of shortcuts, with the keys that open them and all others. */
function Dialogs({ user, open, onOpen }: DialogsProps) {
  const navigate = useNavigate()
  const { period: searched } = useSearch({ strict: false })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  // A browser reports the end of a dialog late, when another may already be open.
  const closed = (dialog: OpenDialog) => () => onOpen((current) => (current === dialog ? null : current))
  const step = (kind: 'earlier' | 'later') => {
    const periods = queryClient.getQueryData(trpc.scorecard.periods.queryKey())
    if (!periods) return
    const halfYear = parsePeriod(shownHalfYear(path, searched, periods))!
    const period = periodKey(kind === 'earlier' ? previousPeriod(halfYear) : nextPeriod(halfYear))
    if (periods.available.includes(period)) void navigate({ to: '.', search: inHalfYear(period) })
  }
  useShortcuts((shortcut: Shortcut) => {
    if (shortcut.kind === 'palette' || shortcut.kind === 'sheet') return onOpen(shortcut.kind)
    if (shortcut.kind !== 'page') return step(shortcut.kind)
    if (pagesOf(user.role).includes(shortcut.page)) void navigate({ to: addressOf(shortcut.page) })
  })
  return (
    <Suspense fallback={<LoadingPart />}>
      {open === 'palette' ? (
        <Palette user={user} onClose={closed('palette')} onShortcuts={() => onOpen('sheet')} />
      ) : null}
      {open === 'sheet' ? <ShortcutSheet user={user} onClose={closed('sheet')} /> : null}
    </Suspense>
  )
}

/** Gives the error of a failed refetch. */
function staleBecause(queryClient: QueryClient): unknown {
  const loaded = queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined)
  const errors = loaded.map(({ state }) => state.error).filter((error) => error !== null)
  return errors.find((error) => faultOf(error).kind === 'signedOut') ?? errors[0] ?? null
}

const askAgain = (queryClient: QueryClient) =>
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })

/** Says that the page shows older data because a refetch failed. */
function StaleNote() {
  const words = useLanguage().words.reporting.faults
  const queryClient = useQueryClient()
  const subscribe = useCallback(
    (onChange: () => void) => queryClient.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [queryClient],
  )
  const error = useSyncExternalStore(
    subscribe,
    () => staleBecause(queryClient),
    () => null,
  )
  if (error === null) return null
  return (
    <div className={styles.stale}>
      {faultOf(error).kind === 'signedOut' ? (
        <SignedOutNote />
      ) : (
        <p className={ui.note} data-tone="caution" role="status">
          <span>{words.stale}</span>
          <LinkButton onClick={() => askAgain(queryClient)}>{words.again}</LinkButton>
        </p>
      )}
    </div>
  )
}

interface BreadcrumbsProps {
  /** The page of the menu that the open page belongs to; null if the menu does not list it. */
  readonly page: MenuPage | null
  /** Receives the element into which the page draws its own crumbs. */
  readonly onSlot: (slot: HTMLElement | null) => void
}

function Breadcrumbs({ page, onSlot }: BreadcrumbsProps) {
  const words = useLanguage().words.reporting.shell
  return (
    <nav className={trailStyles.crumbs} aria-label={words.breadcrumbs}>
      {page === null ? null : (
        <Link to={addressOf(page)} className={trailStyles.root}>
          {words[page]}
        </Link>
      )}
      <span ref={onSlot} className={trailStyles.slot} />
    </nav>
  )
}
