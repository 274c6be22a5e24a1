import { TRPCError } from '@trpc/server'
import type { Person } from '@wayproof/accounts/accounts/person'
import type { AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import { type Services, sessionUser } from '../trpc/context.ts'
import type { Acts } from './change-feed.ts'
import { kindsOf, LIVE_KINDS, type LiveKind, mayHear } from './live-kinds.ts'

/** Kinds that the user's own acts changed, and kinds that others changed. The first of a stream may be empty. */
export interface HeardChange {
  readonly own: readonly LiveKind[]
  readonly others: readonly LiveKind[]
}

/** After this time the session is looked up again. */
const CHECK_EVERY_MS = 30_000

/** Acts that may end a session or change a role. The session is looked up again at once. */
const OF_SESSIONS: readonly AuditAct[] = [
  'signed-out',
  'sessions-ended',
  'password-changed',
  'password-reset',
  'role-changed',
  'user-removed',
  'second-factor-set',
  'second-factor-removed',
  'second-factor-reset',
  'setting-changed',
]

type StreamServices = Pick<Services, 'auth' | 'store' | 'clock' | 'changes'>

interface Stream {
  readonly user: Person
  /** Headers of the request, with the session. */
  readonly headers: Headers
  /** Acts since then are heard first. */
  readonly since: Instant
  readonly signal: AbortSignal
}

/**
 * Tells a user which kinds of things change, of those that the role may read; first, which changed since `since`. Ends when
 * the session ends or its role changes, when the server stops, and when `signal` aborts. Listening does not keep the session alive.
 */
export async function* changesFor(
  services: StreamServices,
  { user, headers, since, signal }: Stream,
): AsyncGenerator<HeardChange, void> {
  const { changes, clock } = services
  const heard = changes.listen(user.id, since, signal)
  if (heard === 'closed') throw new TRPCError({ code: 'SERVICE_UNAVAILABLE' })
  if (heard === 'full') throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  let checkedAt = clock.now()
  let isFirst = true
  for await (const acts of heard) {
    if (clock.now() - checkedAt >= CHECK_EVERY_MS || mayEndSession(acts)) {
      checkedAt = clock.now()
      const session = await sessionUser(services, headers, { isUse: false })
      if (!session || session.mustEnrol || session.person.role !== user.role) return
    }
    const change = changeFor(user, acts)
    if (isFirst || change.own.length + change.others.length > 0) yield change
    isFirst = false
  }
}

const mayEndSession = (acts: Acts): boolean =>
  acts?.some(({ act }) => (OF_SESSIONS as readonly string[]).includes(act)) ?? true

function changeFor({ id, role }: Person, acts: Acts): HeardChange {
  const audible = LIVE_KINDS.filter((kind) => mayHear(role, kind))
  if (acts === null) return { own: [], others: audible }
  const kinds = (isOwn: boolean) => {
    const changed = new Set(acts.filter(({ actorId }) => (actorId === id) === isOwn).flatMap(({ act }) => kindsOf(act)))
    return audible.filter((kind) => changed.has(kind))
  }
  return { own: kinds(true), others: kinds(false) }
}
