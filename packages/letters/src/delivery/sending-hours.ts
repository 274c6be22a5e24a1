import type { Instant } from '@wayproof/kernel/clock'

/** Minutes of the day; `to` is exclusive. */
export interface SendingHours {
  readonly from: number
  readonly to: number
}

/** Parses hours such as `08:00-20:00`, up to `24:00`; null for anything else, and for hours that end before they begin. */
export function parseSendingHours(text: string): SendingHours | null {
  const match = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text.trim())
  if (!match) return null
  const [from = 0, to = 0] = [1, 3].map((at) => Number(match[at]) * 60 + Number(match[at + 1]))
  return from < to && to <= 24 * 60 ? { from, to } : null
}

/** Returns true if `at` is within the hours in the time zone. */
export function withinHours({ from, to }: SendingHours, at: Instant, timeZone: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number)
  const now = hour * 60 + minute
  return from <= now && now < to
}
