import { describe, expect, test } from 'vitest'
import type { ColumnMapping } from '../../mapping/column-mapping.ts'
import type { MappingStore, SavedMapping } from '../../mapping/ports.ts'

const mapping = (constant: string): ColumnMapping => ({
  ...{ encoding: 'utf-8', delimiter: ',', dayFormat: null, words: { score: { passed: '100' } } },
  ...{ columns: [{ heading: 'Staff number', field: 'number' }], constants: { unit: constant } },
})
const mappingWith = (id: string, headingSet: string, register = 'exam-attempts'): SavedMapping => {
  return { id, register, headingSet, mapping: mapping(id), at: 1_000, by: 'user-1' }
}

/** The behavior that every storage of column mappings has. */
export function mappingStoreContract(engine: string, open: () => Promise<MappingStore>): void {
  describe(`column mappings in ${engine}`, () => {
    test('a mapping is found by its register and ID, also after a later one superseded it', async () => {
      const mappings = await open()
      await mappings.save(mappingWith('mapping-1', 'a'))
      await mappings.save(mappingWith('mapping-2', 'a'))
      expect(await mappings.find('exam-attempts', 'mapping-1')).toEqual(mapping('mapping-1'))
      expect(await mappings.find('bookings', 'mapping-1')).toBeNull()
      expect(await mappings.find('exam-attempts', 'mapping-9')).toBeNull()
    })

    test('the latest mapping of each heading set is listed, newest first', async () => {
      const mappings = await open()
      await mappings.save(mappingWith('mapping-1', 'a'))
      await mappings.save(mappingWith('mapping-2', 'b'))
      await mappings.save(mappingWith('mapping-3', 'a'))
      await mappings.save(mappingWith('mapping-4', 'a', 'bookings'))
      expect(await mappings.latest('exam-attempts')).toEqual([
        mappingWith('mapping-3', 'a'),
        mappingWith('mapping-2', 'b'),
      ])
    })

    test('50 mappings are listed at most', async () => {
      const mappings = await open()
      for (let count = 1; count <= 51; count += 1) await mappings.save(mappingWith(`mapping-${count}`, `set-${count}`))
      const listed = await mappings.latest('exam-attempts')
      expect([listed.length, listed[0]?.id, listed.at(-1)?.id]).toEqual([50, 'mapping-51', 'mapping-2'])
    })
  })
}
