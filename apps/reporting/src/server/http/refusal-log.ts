import type { Clock } from '@wayproof/kernel'
import type { Log } from '@wayproof/kernel/operation-log'

/** A request that was refused as it should be: nothing is broken. */
export interface Refusal {
  readonly event: string
  readonly code: string
  /** The procedure, or the kind of path; never a text of the caller's own. */
  readonly at: string
  readonly faultCode?: string | null
  readonly errorId: string | null
  readonly userId?: string | null
}

const MINUTE_MS = 60_000
/** Lines of one kind in a minute. */
const EACH = 5
/** Kinds that are told apart in a minute; all others are one. */
const KINDS = 500

interface Kind {
  readonly refusal: Refusal
  times: number
}

/**
 * Writes refusals into the log: the first five of a kind (event, code, place and fault) in a minute, and how many more there
 * were when the minute is over. A caller who repeats one thing cannot fill the disk.
 */
export function refusalLog(clock: Clock, log: Log): (refusal: Refusal) => void {
  let minute = 0
  let kinds = new Map<string, Kind>()
  const closeMinute = () => {
    for (const { refusal, times } of kinds.values()) {
      const { errorId: _, userId: __, ...kind } = refusal
      if (times > EACH) log({ level: 'info', ...kind, more: times - EACH })
    }
    kinds = new Map()
  }
  return (refusal) => {
    const now = Math.floor(clock.now() / MINUTE_MS)
    if (now !== minute) closeMinute()
    minute = now
    const name = JSON.stringify([refusal.event, refusal.code, refusal.at, refusal.faultCode ?? null])
    const known = kinds.get(name)
    const key = known || kinds.size < KINDS ? name : ''
    const kind = kinds.get(key) ?? { refusal, times: 0 }
    kinds.set(key, kind)
    kind.times += 1
    if (kind.times <= EACH) log({ level: 'info', ...refusal })
  }
}
