import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from '@trpc/client'
import superjson from 'superjson'
import type { HeardChange } from '../../server/live/changes-for.ts'
import type { AppRouter } from '../../server/trpc/router.ts'
import { after, chance, elapsed } from '../browser-time.ts'
import { backOff } from './back-off.ts'

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
