import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Person } from '../api.ts'

export const FILTERS = ['all', 'noFactor', 'unused', 'invited'] as const

export type PeopleFilterId = (typeof FILTERS)[number]

const UNUSED_DAYS = 90

/** `unused`: no sign-in in the last 90 days, or never. */
export function isInFilter(
  filter: PeopleFilterId,
  { secondFactor, lastSignInOn }: Person,
  today: CalendarDate,
): boolean {
  if (filter === 'invited') return false
  if (filter === 'noFactor') return !secondFactor
  return filter === 'all' || lastSignInOn === null || lastSignInOn < addDays(today, -UNUSED_DAYS)
}

/** Says whether a filter shows open invitations beside the accounts. */
export const isInvitedShown = (filter: PeopleFilterId): boolean => filter === 'all' || filter === 'invited'

/** Says whether name, address or role contains the search text, ignoring case. */
export function matchesSearch(search: string, { name, email }: Pick<Person, 'name' | 'email'>, role: string): boolean {
  const sought = search.trim().toLowerCase()
  return [name, email, role].some((text) => text.toLowerCase().includes(sought))
}
