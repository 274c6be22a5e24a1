import { countOpenWaves } from '@wayproof/survey'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Counts open waves once a full hour. A look that comes late leaves it to the next hour. */
export async function countWaves({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  await countOpenWaves({ store: store.survey, clock, timeZone })
}
