import { expect, test } from 'vitest'
import { registers } from '../register.ts'
import { countedIds } from '../testing/counted-chance.ts'
import { memoryMappingStore } from '../testing/memory-mapping-store.ts'
import { movedClock } from '../testing/moved-clock.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { SavedMapping } from './ports.ts'
import { saveMapping } from './save-mapping.ts'

const columns = [
  { heading: 'Staff number', field: 'number' },
  { heading: 'Taken', field: 'takenAt' },
  { heading: 'Score', field: 'score' },
]
const exams: ColumnMapping = {
  ...{ encoding: 'utf-8', delimiter: ',', dayFormat: 'D/M/YYYY', columns, constants: {}, words: {} },
}

function desk() {
  const mappings: SavedMapping[] = []
  const clock = movedClock()
  const ports = { mappings: memoryMappingStore(mappings), clock, ids: countedIds('mapping') }
  const save = (mapping: ColumnMapping, register: 'exam-attempts' | 'training-completions' = 'exam-attempts') =>
    saveMapping(ports, { register, fields: registers['exam-attempts'].fields, mapping, by: 'user-1' })
  return { saved: mappings, clock, save }
}

test('a mapping is stored with its author and moment, and its ID is returned', async () => {
  const { saved, clock, save } = desk()
  expect(await save(exams)).toEqual({ ok: true, value: 'mapping-1' })
  expect(saved).toMatchObject([
    { id: 'mapping-1', register: 'exam-attempts', by: 'user-1', at: clock.now(), mapping: exams },
  ])
})

test('a faulty mapping is not stored', async () => {
  const { saved, save } = desk()
  const outcome = await save({ ...exams, columns: columns.slice(0, 2) })
  expect(outcome).toEqual({ ok: false, fault: { code: 'field-unmapped', fields: ['score'] } })
  expect(saved).toEqual([])
})

test('an equal mapping is stored once; a changed one is stored beside it', async () => {
  const { saved, save } = desk()
  const columnMapping: ColumnMapping = { ...exams, dayFormat: 'M/D/YYYY' }
  expect(await save(exams)).toEqual(await save(exams))
  expect(await save(columnMapping)).toEqual({ ok: true, value: 'mapping-2' })
  expect(saved.map(({ mapping }) => mapping.dayFormat)).toEqual(['D/M/YYYY', 'M/D/YYYY'])
})

test('a return to an earlier mapping is stored again, because the latest one counts', async () => {
  const { saved, save } = desk()
  for (const dayFormat of ['D/M/YYYY', 'M/D/YYYY', 'D/M/YYYY'] as const) await save({ ...exams, dayFormat })
  expect(saved.map(({ mapping }) => mapping.dayFormat)).toEqual(['D/M/YYYY', 'M/D/YYYY', 'D/M/YYYY'])
})

test('an equal mapping of another register is stored separately', async () => {
  const { saved, save } = desk()
  await save(exams)
  expect(await save(exams, 'training-completions')).toEqual({ ok: true, value: 'mapping-2' })
  expect(saved).toHaveLength(2)
})
