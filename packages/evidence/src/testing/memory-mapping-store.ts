import type { MappingStore, SavedMapping } from '../mapping/ports.ts'

const MOST_LISTED = 50

/** Mappings of files in memory, oldest first in `saved`. */
export function memoryMappingStore(mappings: SavedMapping[]): MappingStore {
  const of = (register: string) => mappings.filter((savedMapping) => savedMapping.register === register)
  return {
    save: async (mapping) => {
      mappings.push(mapping)
    },
    find: async (register, id) => of(register).find((savedMapping) => savedMapping.id === id)?.mapping ?? null,
    latest: async (register) => {
      const newest = new Map(of(register).map((savedMapping) => [savedMapping.headingSet, savedMapping]))
      return of(register)
        .filter((savedMapping) => newest.get(savedMapping.headingSet) === savedMapping)
        .toReversed()
        .slice(0, MOST_LISTED)
    },
  }
}
