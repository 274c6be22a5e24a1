import { countOpenWaves } from '@wayproof/survey/waves/count-open-waves'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Counts open waves once an hour, on the hour. A late run leaves it to the next hour. */
export async function countWaves({ store, clock, timeZone }: CalendarPorts): Promise<number> {
  return (await countOpenWaves({ store: store.survey, clock, timeZone })).length
}
