import type { Clock } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'

/** A request that was refused as intended: nothing is broken. */
export interface Refusal {
  readonly event: string
  readonly code: string
  /** The procedure or the kind of path; never text from the caller. */
  readonly at: string
  readonly faultCode?: string | null
  readonly errorId: string | null
  readonly userId?: string | null
}

const MINUTE_MS = 60_000
/** Lines of one kind in a minute. */
const EACH = 5
/** Distinguished kinds in a minute; all others count as one. */
const KINDS = 500

interface Kind {
  readonly refusal: Refusal
  times: number
}

/**
 * Logs refusals: the first five of a kind (event, code, place and fault) in a minute, then the number of the others. A
 * caller who repeats one request cannot fill the disk.
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
    const knownKind = kinds.get(name)
    const key = knownKind || kinds.size < KINDS ? name : ''
    const kind = kinds.get(key) ?? { refusal, times: 0 }
    kinds.set(key, kind)
    kind.times += 1
    if (kind.times <= EACH) log({ level: 'info', ...refusal })
  }
}
