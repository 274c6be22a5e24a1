import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../clock.ts'

/** What the clocks of `timeZone` (IANA name) show at `instant`, as `YYYY-MM-DDThh:mm:ss`. */
export const localTimeAt = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .round('second')
    .toString({
      smallestUnit: 'second',
    })

/**
 * The moment at which clocks in `timeZone` show `local` (`YYYY-MM-DDThh:mm` with or without seconds); where a DST change
 * shows it twice the first, where it skips it the one just after. Throws RangeError when it is no time.
 */
export const instantOf = (local: string, timeZone: string): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
