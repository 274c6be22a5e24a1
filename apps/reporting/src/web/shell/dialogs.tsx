import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { nextPeriod, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Dispatch, type SetStateAction, Suspense } from 'react'
import { queryClient, trpc, type User } from '../api.ts'
import { LoadingPart } from '../components/loading.tsx'
import { inHalfYear, shownHalfYear } from '../half-year/shown-half-year.ts'
import { Palette, ShortcutSheet } from '../on-demand.ts'
import type { Shortcut } from '../shortcuts/shortcut.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { addressOf, pagesOf } from './menu-entries.ts'

export type OpenDialog = 'palette' | 'sheet' | null

interface DialogsProps {
  readonly user: User
  readonly open: OpenDialog
  readonly onOpen: Dispatch<SetStateAction<OpenDialog>>
}

/** The palette and the sheet of shortcuts, with the keys that open them and all others. */
export function Dialogs({ user, open, onOpen }: DialogsProps) {
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
