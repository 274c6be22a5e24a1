import type { Query } from '@tanstack/react-query'
import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from '@trpc/client'
import superjson from 'superjson'
import type { HeardChange } from '../../server/live/changes-for.ts'
import type { LiveKind } from '../../server/live/live-kinds.ts'
import type { AppRouter } from '../../server/trpc/router.ts'
import { type Area, queryClient } from '../api.ts'
import { after, chance, elapsed } from '../browser-time.ts'

/** Kinds that no form edits, so a refetch disturbs nobody. */
const ONLY_SHOWN: readonly LiveKind[] = ['deadlines', 'imports']

const refetch = (kinds: Iterable<LiveKind>) => void queryClient.invalidateQueries({ predicate: concerns([...kinds]) })

/** Changes by others that the page does not show yet, because its user is typing. */
export interface HeldChanges {
  readonly kinds: readonly LiveKind[]
  readonly show: () => void
}

/**
 * Refetches what changed on the server. While something is typed in a form, changes by others wait until it is submitted,
 * left, or the user asks for them: `onHeld` gets those that concern the page, or null. Returns a function that stops it.
 */
export function hearChanges(onHeld: (heldChanges: HeldChanges | null) => void): () => void {
  const forms = typedForms()
  const heldKinds = new Set<LiveKind>()
  const show = () => {
    refetch(heldKinds)
    heldKinds.clear()
    onHeld(null)
  }
  const showUnlessTyping = () => {
    if (heldKinds.size > 0 && !forms.isTyping()) show()
  }
  function onChange({ own, others }: HeardChange) {
    if (!forms.isTyping()) {
      refetch([...own, ...others])
      return showUnlessTyping()
    }
    refetch([...own, ...others].filter((kind) => ONLY_SHOWN.includes(kind)))
    const activeQueries = queryClient.getQueryCache().findAll({ type: 'active' })
    for (const kind of others)
      if (!ONLY_SHOWN.includes(kind) && activeQueries.some(concerns([kind]))) heldKinds.add(kind)
      else refetch([kind])
    if (heldKinds.size > 0) onHeld({ kinds: [...heldKinds], show })
  }
  const stop = connect({
    onChange,
    onMissed: () => void queryClient.invalidateQueries(),
  })
  // A form may be gone only after its page was drawn again.
  const later = () => void after(500, showUnlessTyping)
  const stopWatching = queryClient.getMutationCache().subscribe(later)
  document.addEventListener('click', later, true)
  return () => {
    stop()
    stopWatching()
    forms.stop()
    document.removeEventListener('click', later, true)
  }
}

/** Watches in which forms of the page something is typed and not yet submitted. */
export function typedForms() {
  const typed = new Set<HTMLFormElement>()
  const formOf = ({ target }: Event) => (target instanceof Element ? target.closest('form') : null)
  const onInput = (event: Event) => {
    const form = formOf(event)
    if (form) typed.add(form)
  }
  const onSubmit = (event: Event) => {
    const form = formOf(event)
    if (form) typed.delete(form)
  }
  document.addEventListener('input', onInput, true)
  document.addEventListener('submit', onSubmit, true)
  return {
    isTyping: () => {
      for (const form of typed) if (!form.isConnected) typed.delete(form)
      return typed.size > 0
    },
    stop: () => {
      document.removeEventListener('input', onInput, true)
      document.removeEventListener('submit', onSubmit, true)
    },
  }
}

/** The routers whose answers a change of each kind may change. */
const AREAS: Readonly<Record<LiveKind, readonly Area[]>> = {
  rows: ['register', 'registerRow', 'emptyMonth', 'measure', 'scorecard', 'sample', 'meeting'],
  imports: ['register'],
  deadlines: ['deadline', 'firstRun'],
  actions: ['action', 'period', 'improvement', 'measure'],
  meetings: ['meeting'],
  waves: ['wave', 'programme', 'letters', 'scorecard', 'breakdown', 'driver', 'methodReport', 'backup', 'question'],
  comments: ['comment'],
  closing: ['period', 'scorecard', 'report', 'summary', 'rules'],
  rules: ['rules', 'scorecard'],
  samples: ['sample', 'action'],
  policies: ['policy', 'scorecard'],
  editions: ['edition', 'summary'],
  approvals: ['approval', 'rules', 'wave', 'people', 'questionnaire', 'secondFactor', 'language', 'programme'],
  settings: ['organisation', 'brand', 'programme', 'edition', 'secondFactor', 'session', 'sampleData', 'firstRun'],
  decisions: ['decision'],
  questions: ['question'],
  questionnaires: ['questionnaire', 'language', 'programme'],
  requests: ['rights', 'register', 'measure', 'deadline'],
  reports: ['whistle', 'deadline'],
  accounts: ['people', 'apiKey', 'secondFactor', 'session'],
}

/** Says whether a change of one of these kinds may change the answer of a query. */
export const concerns =
  (kinds: Iterable<LiveKind>) =>
  ({ queryKey: [path] }: Pick<Query, 'queryKey'>): boolean => {
    const area = Array.isArray(path) ? path[0] : undefined
    return [...kinds].some((kind) => AREAS[kind].includes(area))
  }

/** A hidden page closes its connection after this time: browsers allow 6 connections to a server without HTTP/2. */
const HIDDEN_MS = 5000

const { live } = createTRPCClient<AppRouter>({
  links: [httpSubscriptionLink({ url: '/trpc', transformer: superjson })],
})

interface Listening {
  readonly onChange: (change: HeardChange) => void
  /** Something may have changed while there was no connection. */
  readonly onMissed: () => void
}

/** Listens while the page is visible, and connects again when the connection is lost. Returns a function that stops it. */
export function connect({ onChange, onMissed }: Listening): () => void {
  const nextWait = backOff()
  let close: (() => void) | null = null
  let cancelWait = () => {}
  let isFirst = true

  function open() {
    cancelWait()
    if (close || document.hidden) return
    const openedAt = elapsed()
    let isListening = false
    const lose = () => {
      if (close !== stop) return
      close()
      close = null
      cancelWait = after(nextWait(elapsed() - openedAt, chance()), open)
    }
    // The first connection begins seconds after the page fetched its data.
    const opened = isFirst ? { openedFor: openedAt } : undefined
    const subscription = live.changes.subscribe(opened, {
      onData: (change) => {
        if (isListening || isFirst) onChange(change)
        else onMissed()
        isListening = true
        isFirst = false
      },
      onError: (error) => {
        // The refetch shows that the session is over.
        if (error instanceof TRPCClientError && error.data?.code === 'UNAUTHORIZED') onMissed()
        lose()
      },
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting' && error) lose()
      },
      onComplete: lose,
    })
    const stop = () => subscription.unsubscribe()
    close = stop
  }

  function shut() {
    cancelWait()
    close?.()
    close = null
  }

  const onVisibility = () => {
    cancelWait()
    if (document.hidden) cancelWait = after(HIDDEN_MS, shut)
    else open()
  }
  document.addEventListener('visibilitychange', onVisibility)
  open()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    shut()
  }
}

const FIRST_MS = 1000
const LONGEST_MS = 300_000
/** A connection that lasted this long was a good one. */
const GOOD_MS = 60_000

/**
 * Milliseconds to wait before the next connection: twice as long after each that failed soon, up to 5 minutes. `chance`,
 * from 0 to 1, spreads browsers that lost the same server.
 */
export function backOff() {
  let failures = 0
  return (lastedMs: number, chance: number): number => {
    if (lastedMs >= GOOD_MS) failures = 0
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)
    failures = Math.min(failures + 1, 20)
    return wait * (1 + chance)
  }
}
