import { addDays, type CalendarDate } from '@wayproof/kernel'
import type { Person } from '../api.ts'

export const SHOWN = ['all', 'noFactor', 'unused'] as const

export type Shown = (typeof SHOWN)[number]

const UNUSED_DAYS = 90

/** `unused`: no sign-in in the last 90 days, or never. */
export function isShown(shown: Shown, { secondFactor, lastSignInOn }: Person, today: CalendarDate): boolean {
  if (shown === 'noFactor') return !secondFactor
  return shown === 'all' || lastSignInOn === null || lastSignInOn < addDays(today, -UNUSED_DAYS)
}

/** Says whether name, address or role contains the search text, ignoring case. */
export function isFound(typed: string, { name, email }: Person, role: string): boolean {
  const sought = typed.trim().toLowerCase()
  return [name, email, role].some((text) => text.toLowerCase().includes(sought))
}
