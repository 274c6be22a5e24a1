import { expect, test } from 'vitest'
import { headingSet } from '../import/heading-set.ts'
import { memoryMappingStore } from '../testing/memory-mapping-store.ts'
import { findEarlier } from './find-earlier.ts'
import type { SavedMapping } from './ports.ts'

/** A stored mapping; an unused column has no field. */
function stored(
  id: string,
  columns: Readonly<Record<string, string | null>>,
  register = 'exam-attempts',
): SavedMapping {
  const mapped = Object.entries(columns).map(([heading, field]) => ({ heading, field }))
  return {
    ...{
      id,
      register,
      headingSet: headingSet(Object.keys(columns)),
      at: Date.parse('2026-03-02T16:00:00Z'),
      by: 'Lin',
    },
    mapping: { encoding: 'utf-8', delimiter: ',', dayFormat: null, columns: mapped, constants: { id }, words: {} },
  }
}

const find = (mappings: SavedMapping[], headings: readonly string[]) =>
  findEarlier({ mappings: memoryMappingStore(mappings) }, 'exam-attempts', headings, 'Asia/Shanghai')
const idOf = (earlierMapping: Awaited<ReturnType<typeof find>>) => earlierMapping?.mapping.constants.id ?? null

const mapping = stored('same', { 'Staff number': 'number', Score: 'score' })
const similar = stored('similar', { 'Staff number': 'number', Score: 'score', Unit: null })

test('a file with the same headings gets its mapping, before a later similar one', async () => {
  expect(idOf(await find([mapping, similar], ['Staff number', 'Score']))).toBe('same')
  // Order, case, spaces and full-width forms make no difference.
  expect(idOf(await find([mapping, similar], ['ＳＣＯＲＥ', 'staff  number']))).toBe('same')
})

test('else the latest mapping is taken of which the file has at least half of the used columns', async () => {
  const half = stored('half', { 'Staff number': 'number', Points: 'score', Unit: null, Site: null })
  const less = stored('less', { 'Staff number': 'number', Points: 'score', Taken: 'takenAt' })
  const headings = ['Staff number', 'Result', 'Unit', 'Site', 'Team']
  expect(idOf(await find([mapping, half, less], headings))).toBe('half')
  expect(idOf(await find([half, mapping, less], headings))).toBe('same')
  expect(idOf(await find([less], headings))).toBeNull()
})

test('shared columns that the mapping does not use make no similarity', async () => {
  const unused = stored('unused', { Unit: null, Site: null })
  expect(await find([unused], ['Unit', 'Site', 'Team'])).toBeNull()
})

test('the mapping of another register is not taken', async () => {
  expect(await find([stored('other', { Score: 'score' }, 'bookings')], ['Score'])).toBeNull()
})

test('the mapping names its author and its day in the time zone of the organization', async () => {
  expect(await find([mapping], ['Staff number', 'Score'])).toMatchObject({ by: 'Lin', on: '2026-03-03' })
})
