import { dateAt, type Instant, type Locale } from '@wayproof/kernel'
import { day } from '@wayproof/messages'

/** The organisation's zone, never the browser's: a wave closes on the same day wherever it is read. */
export const TIME_ZONE = 'Asia/Shanghai'

/** The organisation's calendar day of a moment, in words. */
export const organisationDay = (at: Instant, locale: Locale): string => day(dateAt(at, TIME_ZONE), locale)
