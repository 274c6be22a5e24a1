import { certifyUnlinking as certify } from '@wayproof/letters/outbox/certify-unlinking'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Certifies unlinked waves, and returns their number. Outcomes of a run: `anonymous` or `not-anonymous`. */
export async function certifyUnlinking({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  const waves = await certify({ ...store, readers: store.officers, clock, timeZone })
  for (const wave of waves) log({ event: 'unlinking-certified', ...wave })
  return waves.length
}
