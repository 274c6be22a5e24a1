import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../clock.ts'

/** Formats `instant` as local time in `timeZone` (IANA name): `YYYY-MM-DDThh:mm:ss`. */
export const localTimeAt = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .round('second')
    .toString({
      smallestUnit: 'second',
    })

/**
 * Returns the moment of the local time `local` (`YYYY-MM-DDThh:mm`, seconds optional) in `timeZone`. A time repeated by
 * a DST change means its first occurrence; a skipped time means the moment just after the gap. Throws RangeError if
 * `local` is not a time.
 */
export const instantOf = (local: string, timeZone: string): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
