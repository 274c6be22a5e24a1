import type { AuditLogStore, LoggedAct } from '@wayproof/journal/audit-log/ports'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

import { ARRIVAL_ACTS, ARRIVAL_KINDS, type ArrivalKind } from './arrival-acts.ts'

/** Acts that were recorded since the last look; null if there were too many to know all of them. */
export type Acts = readonly Pick<LoggedAct, 'act' | 'actorId'>[] | null

export interface ChangeFeed {
  /**
   * Gives the acts that each look finds, or none, until `signal` aborts or the feed closes; the first look comes at once,
   * and gives the acts recorded since `since`, too. Looks that come before the last was read are put together. `closed`:
   * the server stops. `full`: this user, or all users, have too many open.
   */
  listen(userId: Id, since: Instant, signal: AbortSignal): AsyncGenerator<Acts, void> | 'closed' | 'full'
  /** Looks now, if anybody listens. The look after a failed one finds its acts, too. */
  look(): Promise<void>
  /** Ends what is open, and refuses more. */
  close(): void
}

/** Repeats `work` every few seconds until the returned function is called. */
export type Repeat = (work: () => Promise<void>) => () => void

interface FeedPorts {
  readonly auditLog: Pick<AuditLogStore, 'newest'>
  /** Marks of what arrives without an entry; a changed one is heard as an act of its name, which nobody carried out. */
  arrivals(): Promise<Readonly<Record<ArrivalKind, string>>>
  readonly repeat: Repeat
}

/** Windows of one user that are looked at, on all devices. */
const MOST_OF_USER = 8
const MOST = 400
/** Entries of one look. It overlaps the last one, because a long transaction may commit entries with lower ids later. */
const LOOKED_AT = 100

interface Listener {
  readonly userId: Id
  /** Null after the first look. */
  since: Instant | null
  readonly hear: (acts: Acts) => void
  readonly end: () => void
}

/** Tells listeners what is recorded in the audit log, by this process or another, with one query for all of them. */
export function changeFeed({ auditLog, arrivals, repeat }: FeedPorts): ChangeFeed {
  const listeners = new Set<Listener>()
  let isClosed = false
  let stopRepeating: (() => void) | null = null
  /** Ids of the last look; null before the first. */
  let entryIds: ReadonlySet<number> | null = null
  /** Marks of the last look; null before the first. */
  let marks: Readonly<Record<ArrivalKind, string>> | null = null
  let looking: Promise<void> | null = null
  let isAskedAgain = false

  async function lookOnce() {
    const [entries, marksNow] = await Promise.all([auditLog.newest(LOOKED_AT), arrivals()])
    const [before, marksBefore] = [entryIds, marks]
    marks = marksNow
    const arrived = marksBefore === null ? [] : ARRIVAL_KINDS.filter((kind) => marksNow[kind] !== marksBefore[kind])
    entryIds = new Set(entries.map(({ id }) => id))
    const acts = before === null ? [] : entries.filter(({ id }) => !before.has(id))
    const isGap = before !== null && before.size > 0 && acts.length === LOOKED_AT
    const signs = [...acts, ...arrived.map((kind) => ({ act: ARRIVAL_ACTS[kind], actorId: null }))]
    for (const listener of listeners) {
      const { since, hear } = listener
      listener.since = null
      const missed = since === null ? [] : entries.filter((entry) => entry.at > since && !acts.includes(entry))
      hear(isGap ? null : [...signs, ...missed])
    }
  }

  async function lookUntilSeen() {
    do {
      isAskedAgain = false
      await lookOnce().catch(() => null)
    } while (isAskedAgain && listeners.size > 0)
    looking = null
  }

  function look(): Promise<void> {
    if (listeners.size === 0) return Promise.resolve()
    if (looking) isAskedAgain = true
    else looking = lookUntilSeen()
    return looking ?? Promise.resolve()
  }

  function add(listener: Listener) {
    listeners.add(listener)
    stopRepeating ??= repeat(look)
    void look()
  }

  function remove(listener: Listener) {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stopRepeating?.()
    stopRepeating = null
    entryIds = null
    marks = null
  }

  return {
    look,
    listen: (userId, since, signal) => {
      if (isClosed) return 'closed'
      const ofUser = [...listeners].filter((listener) => listener.userId === userId).length
      if (ofUser >= MOST_OF_USER || listeners.size >= MOST) return 'full'
      return heard({ userId, since }, signal, { add, remove })
    },
    close: () => {
      isClosed = true
      for (const { end } of listeners) end()
    },
  }
}

interface Listeners {
  readonly add: (listener: Listener) => void
  readonly remove: (listener: Listener) => void
}

async function* heard(
  { userId, since }: Pick<Listener, 'userId' | 'since'>,
  signal: AbortSignal,
  { add, remove }: Listeners,
): AsyncGenerator<Acts, void> {
  let waiting: Acts | undefined
  let isOver = signal.aborted
  let wake = () => {}
  const end = () => {
    isOver = true
    wake()
  }
  const hear = (acts: Acts) => {
    // A connection that does not read keeps no long list.
    const isLong = (waiting?.length ?? 0) > LOOKED_AT
    waiting = waiting === null || acts === null || isLong ? null : [...(waiting ?? []), ...acts]
    wake()
  }
  const listener = { userId, since, hear, end }
  signal.addEventListener('abort', end, { once: true })
  add(listener)
  try {
    while (!isOver) {
      if (waiting === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      const acts = waiting
      waiting = undefined
      yield acts
    }
  } finally {
    signal.removeEventListener('abort', end)
    remove(listener)
  }
}
