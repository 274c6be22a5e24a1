import { csv } from './csv.ts'
import type { Random } from './random.ts'

const channels = ['website', 'app', 'mini-programme', 'ota-page', 'branch', 'call-centre']

/** Bookings by month and channel over three years. */
export const bookingFiles = (random: Random, year: number): Readonly<Record<string, string>> =>
  bookingsOf(random, [year - 2, year - 1, year])

/** Bookings by month and channel in these years. */
export function bookingsOf(random: Random, years: readonly number[]): Readonly<Record<string, string>> {
  const rows = years.flatMap((of) =>
    Array.from({ length: 12 }, (_, i) =>
      channels.map((channel, c) => [
        `${of}-${String(i + 1).padStart(2, '0')}`,
        channel,
        random.between(900, 2400) * (6 - c),
      ]),
    ).flat(),
  )
  return { bookings: csv(['month', 'channel', 'count'], rows) }
}
