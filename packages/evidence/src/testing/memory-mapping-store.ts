import type { MappingStore, SavedMapping } from '../mapping/ports.ts'

const MOST_LISTED = 50

/** Mappings of files in memory, oldest first in `saved`. */
export function memoryMappingStore(saved: SavedMapping[]): MappingStore {
  const of = (register: string) => saved.filter((each) => each.register === register)
  return {
    save: async (mapping) => {
      saved.push(mapping)
    },
    find: async (register, id) => of(register).find((each) => each.id === id)?.mapping ?? null,
    latest: async (register) => {
      const newest = new Map(of(register).map((each) => [each.headingSet, each]))
      return of(register)
        .filter((each) => newest.get(each.headingSet) === each)
        .toReversed()
        .slice(0, MOST_LISTED)
    },
  }
}
