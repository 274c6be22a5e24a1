import type { KeptMapping, MappingStore } from '../mapping/ports.ts'

const MOST_LISTED = 50

/** Mappings of files in memory, oldest first in `saved`. */
export function memoryMappingStore(saved: KeptMapping[]): MappingStore {
  const of = (register: string) => saved.filter((kept) => kept.register === register)
  return {
    save: async (mapping) => {
      saved.push(mapping)
    },
    find: async (register, id) => of(register).find((kept) => kept.id === id)?.mapping ?? null,
    latest: async (register) => {
      const newest = new Map(of(register).map((kept) => [kept.headingSet, kept]))
      return of(register)
        .filter((kept) => newest.get(kept.headingSet) === kept)
        .toReversed()
        .slice(0, MOST_LISTED)
    },
  }
}
