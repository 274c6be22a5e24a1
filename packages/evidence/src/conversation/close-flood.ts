import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { FloodStore } from './flood.ts'

interface FloodPorts {
  readonly entries: FloodStore
  readonly clock: Clock
  /** Time zone of the organization, as an IANA name. */
  readonly timeZone: string
}

type FloodFault = { readonly code: 'changed-meanwhile' }

/**
 * Closes entries together, of which an attacker sent many. An entry that was acknowledged, answered or continued since it
 * was listed stays open. Returns the number of closed ones.
 */
export async function closeFlood(
  { entries, clock, timeZone }: FloodPorts,
  { ids }: { readonly ids: readonly Id[] },
): Promise<Outcome<number, FloodFault>> {
  const closed = await entries.closeFlood(ids, dateAt(clock.now(), timeZone))
  return closed === 0 ? fail('changed-meanwhile') : ok(closed)
}

/** Opens the entries closed as a flood on one day again. Returns their number. */
export async function reopenFlood(
  { entries }: Pick<FloodPorts, 'entries'>,
  { closedOn }: { readonly closedOn: CalendarDate },
): Promise<Outcome<number, FloodFault>> {
  const reopened = await entries.reopenFlood(closedOn)
  return reopened === 0 ? fail('changed-meanwhile') : ok(reopened)
}
