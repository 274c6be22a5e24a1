import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { emptyRegisters } from '../testing/memory-registers.ts'
import { memoryRowStore, type RowMemory } from '../testing/memory-row-store.ts'
import { movedClock } from '../testing/moved-clock.ts'
import { type CorrectRows, correctRows } from './correct-rows.ts'
import { writeRow } from './write-row.ts'

const keys = ['p1', 'p2', 'p3'].map((id) => JSON.stringify([id]))

async function desk() {
  const memory: RowMemory = { ...emptyRegisters(), history: [] }
  const ports = { rows: memoryRowStore(memory), clock: movedClock(), timeZone: 'Asia/Shanghai' }
  for (const [place, service] of ['bus', 'bus', 'hotel'].entries()) {
    const texts = { id: `p${place + 1}`, name: 'N', service, processesPersonalData: 'yes', onboarded: '2023-01-01' }
    await writeRow(ports, { register: 'partners', what: { kind: 'add', texts }, reason: 'new', by: 'user-1' })
  }
  const correct = (change: Partial<CorrectRows>) =>
    correctRows(ports, {
      ...{ register: 'partners', field: 'service', text: 'coach', reason: 'renamed', by: 'user-1' },
      rows: keys.slice(0, 2).map((key) => ({ key, seen: 'bus' })),
      ...change,
    })
  const services = () => keys.map((key) => memory.rows.get('partners')?.get(key)?.service)
  return { memory, correct, services }
}

test('one field of many rows is corrected at once, each with the reason in its history', async () => {
  const { memory, correct, services } = await desk()
  expect(await correct({})).toEqual(ok(keys.slice(0, 2)))
  expect(services()).toEqual(['coach', 'coach', 'hotel'])
  expect(memory.history.slice(-2)).toMatchObject(
    keys
      .slice(0, 2)
      .map((key) => ({ key, before: { service: 'bus' }, after: { service: 'coach' }, reason: 'renamed' })),
  )
})

test('if one row was changed or gets a fault, no row is written', async () => {
  const { correct, services } = await desk()
  const rows = keys.map((key) => ({ key, seen: 'bus' }))
  expect(await correct({ rows })).toEqual({ ok: false, fault: { code: 'rows-changed', keys: [keys[2]] } })
  expect(await correct({ rows: [...rows.slice(0, 2), { key: '["p9"]', seen: '' }] })).toMatchObject({
    fault: { code: 'rows-changed', keys: ['["p9"]'] },
  })
  const empty = keys.slice(0, 2).map((key) => ({ key, fault: { code: 'required', column: 'service' } }))
  expect(await correct({ text: '' })).toMatchObject({ fault: { code: 'bad-rows', rows: empty } })
  const offboarded = { field: 'offboarded', text: '2022-01-01', rows: rows.map(({ key }) => ({ key, seen: '' })) }
  expect(await correct(offboarded)).toMatchObject({
    fault: { code: 'bad-rows', rows: keys.map((key) => ({ key, fault: { code: 'out-of-order' } })) },
  })
  expect(services()).toEqual(['bus', 'bus', 'hotel'])
})

test('a correction needs a reason, a change, a field outside the key, and at most 200 rows', async () => {
  const { correct } = await desk()
  expect(await correct({ reason: ' ' })).toEqual(fail('reason-missing'))
  expect(await correct({ text: 'bus' })).toEqual(fail('row-unchanged'))
  expect(await correct({ field: 'id' })).toEqual(fail('key-changed'))
  expect(await correct({ field: 'import_id' })).toEqual(fail('field-unknown'))
  const many = Array.from({ length: 201 }, () => ({ key: keys[0] ?? '', seen: 'bus' }))
  expect(await correct({ rows: many })).toEqual(fail('too-many-rows'))
})
