import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import type { FloodStore } from '../conversation/flood.ts'

interface FloodedEntry {
  readonly id: Id
  readonly receivedOn: CalendarDate
  readonly closedOn: CalendarDate | null
}

interface MemoryEntries {
  /** Entries closed as a flood whose texts are stored. */
  readonly all: () => readonly FloodedEntry[]
  readonly isUntouched: (id: Id) => boolean
  readonly change: (
    id: Id,
    changed:
      | { readonly status: 'closed'; readonly outcome: 'flood'; readonly closedOn: CalendarDate }
      | { readonly status: 'received'; readonly outcome: null; readonly closedOn: null },
  ) => void
}

/** Floods of entries in memory. */
export function memoryFloods({ all, isUntouched, change }: MemoryEntries): FloodStore {
  const closedOnDay = (day: CalendarDate | null) => all().filter(({ closedOn }) => closedOn === day)
  return {
    closeFlood: async (ids, closedOn) => {
      const untouched = ids.filter(isUntouched)
      for (const id of untouched) change(id, { status: 'closed', outcome: 'flood', closedOn })
      return untouched.length
    },
    reopenFlood: async (closedOn) => {
      const entries = closedOnDay(closedOn)
      for (const { id } of entries) change(id, { status: 'received', outcome: null, closedOn: null })
      return entries.length
    },
    floods: async () =>
      [...new Set(all().flatMap(({ closedOn }) => (closedOn === null ? [] : [closedOn])))]
        .toSorted()
        .reverse()
        .map((closedOn) => {
          const days = closedOnDay(closedOn)
            .map(({ receivedOn }) => receivedOn)
            .toSorted()
          return { closedOn, from: days[0] ?? closedOn, to: days.at(-1) ?? closedOn, entries: days.length }
        }),
  }
}
