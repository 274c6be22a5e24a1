import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import type { RegisterId } from '../register.ts'
import { emptyRegisters } from '../testing/memory-registers.ts'
import { memoryRowStore, type RowMemory } from '../testing/memory-row-store.ts'
import { movedClock } from '../testing/moved-clock.ts'
import { type WriteRow, writeRow } from './write-row.ts'

const partner = { id: 'p1', name: 'Bus', service: 'bus', processesPersonalData: 'yes', onboarded: '2023-01-01' }
const audit = { partnerId: 'p1', reportDate: '2025-05-01', result: 'pass', fullScope: 'yes', evidenceClass: 'on-site' }
const P1 = '["p1"]'
const AUDIT = '["p1","2025-05-01"]'

async function desk() {
  const memory: RowMemory = { ...emptyRegisters(), history: [] }
  const clock = movedClock()
  const rows = memoryRowStore(memory)
  const write = (register: RegisterId, what: WriteRow['what'], reason = ' entered by hand ') =>
    writeRow({ rows, clock, timeZone: 'Asia/Shanghai' }, { register, what, reason, by: 'user-1' })
  const cellsOf = (register: RegisterId, key: string) => memory.rows.get(register)?.get(key)
  await write('partners', { kind: 'add', texts: partner })
  await write('partner-audits', { kind: 'add', texts: audit })
  return { memory, clock, write, cellsOf }
}

/** Faults of cells by field and code. */
const cellFaults = (outcome: Awaited<ReturnType<typeof writeRow>>) =>
  !outcome.ok && outcome.fault.code === 'bad-cells'
    ? outcome.fault.cells.map(({ column, code }) => `${column} ${code}`)
    : outcome

test('an added row is in the history with author, moment and reason', async () => {
  const { memory, clock, write, cellsOf } = await desk()
  expect(await write('bookings', { kind: 'add', texts: { month: '2026-01', channel: 'web', count: '10' } })).toEqual(
    ok(['["2026-01","web"]']),
  )
  const cells = { month: '2026-01', channel: 'web', count: 10 }
  expect(cellsOf('bookings', '["2026-01","web"]')).toEqual(cells)
  expect(memory.history.at(-1)).toEqual({
    ...{ register: 'bookings', key: '["2026-01","web"]', before: null, after: cells },
    ...{ at: clock.now(), by: 'user-1', reason: 'entered by hand' },
  })
})

test('every change needs a reason', async () => {
  const { memory, write } = await desk()
  const before = memory.revision
  for (const what of [
    { kind: 'add', texts: { ...partner, id: 'p2' } },
    { kind: 'correct', key: P1, seen: partner, texts: { ...partner, name: 'Coach' } },
    { kind: 'remove', key: AUDIT, seen: audit },
    { kind: 'restore', key: P1 },
  ] as const)
    expect(await write('partners', what, ' \n')).toEqual(fail('reason-missing'))
  expect(memory.revision).toBe(before)
})

test('a typed row passes the checks of an import: its cells, then the registers and the day', async () => {
  const { write, clock } = await desk()
  const add = async (change: Readonly<Record<string, string>>) =>
    cellFaults(await write('partner-audits', { kind: 'add', texts: { ...audit, ...change } }))
  expect(await add({ reportDate: '2025-02-30', result: 'perhaps', evidenceClass: '' })).toEqual([
    'reportDate bad-day',
    'result bad-value',
    'evidenceClass required',
  ])
  expect(await add({ partnerId: 'p9' })).toEqual(['partnerId unknown-partner'])
  clock.set('2026-03-02T15:59:59Z')
  expect(await add({ reportDate: '2026-03-03' })).toEqual(['reportDate in-future'])
  clock.set('2026-03-02T16:00:00Z')
  expect(await add({ reportDate: '2026-03-03' })).toEqual(ok(['["p1","2026-03-03"]']))
})

test('no second row with a key is added; a policy check of several languages is a row for each', async () => {
  const { write } = await desk()
  expect(await write('partners', { kind: 'add', texts: { ...partner, name: 'Coach' } })).toEqual(fail('row-exists'))
  const surface = { id: 'web', name: 'Website', kind: 'website', url: 'https://x.example/', languages: 'en|fr' }
  const live = { collectsPersonalData: 'yes', activeFrom: '2024-01-01' }
  expect(await write('policy-surfaces', { kind: 'add', texts: { ...surface, ...live } })).toMatchObject({ ok: true })
  await write('policy-versions', { kind: 'add', texts: { version: '7', approvedOn: '2026-01-01' } })
  const check = {
    surfaceId: 'web',
    languages: 'en|fr',
    version: '7',
    publishedOn: '2026-01-02',
    checkedOn: '2026-02-01',
  }
  expect(await write('policy-checks', { kind: 'add', texts: check })).toEqual(
    ok(['["web","en","7","2026-02-01"]', '["web","fr","7","2026-02-01"]']),
  )
  const again = { ...check, languages: 'de|fr' }
  expect(await write('policy-checks', { kind: 'add', texts: again })).toEqual(fail('row-exists'))
})

test('a correction replaces cells and keeps the old ones in the history', async () => {
  const { memory, write, cellsOf } = await desk()
  const before = cellsOf('partners', P1)
  const texts = { ...partner, name: 'Coach', offboarded: '2025-12-31' }
  expect(await write('partners', { kind: 'correct', key: P1, seen: partner, texts })).toEqual(ok([P1]))
  expect(cellsOf('partners', P1)).toEqual({ ...before, name: 'Coach', offboarded: '2025-12-31' })
  expect(memory.history.at(-1)).toMatchObject({ key: P1, before, after: { name: 'Coach' } })
})

test('a correction changes something, but not the key, and passes the checks', async () => {
  const { write } = await desk()
  const correct = (change: Readonly<Record<string, string>>, key = P1) =>
    write('partners', { kind: 'correct', key, seen: partner, texts: { ...partner, ...change } })
  expect(await correct({})).toEqual(fail('row-unchanged'))
  expect(await correct({ id: 'p2' })).toEqual(fail('key-changed'))
  expect(await correct({ name: 'Coach' }, '["p9"]')).toEqual(fail('row-unknown'))
  expect(cellFaults(await correct({ offboarded: '2022-12-31' }))).toEqual(['offboarded out-of-order'])
})

test('a row that another user changed is not overwritten or removed, and the changed cells are shown', async () => {
  const { write, cellsOf } = await desk()
  const correct = (name: string) =>
    write('partners', { kind: 'correct', key: P1, seen: partner, texts: { ...partner, name } })
  const both = await Promise.all([correct('Coach'), correct('Train')])
  const changes = [{ field: 'name', seen: 'Bus', now: 'Coach' }]
  expect(both).toEqual([ok([P1]), { ok: false, fault: { code: 'row-changed', changes } }])
  expect(await write('partners', { kind: 'remove', key: P1, seen: partner })).toMatchObject({
    fault: { code: 'row-changed', changes },
  })
  expect(cellsOf('partners', P1)?.name).toBe('Coach')
})

test('a row that others refer to stays; without them it is removed', async () => {
  const { write, cellsOf } = await desk()
  const remove = () => write('partners', { kind: 'remove', key: P1, seen: partner })
  expect(await remove()).toEqual({ ok: false, fault: { code: 'row-referred-to', registers: ['partner-audits'] } })
  expect(await write('partner-audits', { kind: 'remove', key: AUDIT, seen: audit })).toEqual(ok([AUDIT]))
  expect(await remove()).toEqual(ok([P1]))
  expect(cellsOf('partners', P1)).toBeUndefined()
  expect(await remove()).toEqual(fail('row-unknown'))
})

test('a removed row is restored as it was, once, and only while it passes the checks', async () => {
  const { write, cellsOf } = await desk()
  const before = cellsOf('partner-audits', AUDIT)
  const restore = () => write('partner-audits', { kind: 'restore', key: AUDIT })
  expect(await restore()).toEqual(fail('row-unknown'))
  await write('partner-audits', { kind: 'remove', key: AUDIT, seen: audit })
  await write('partners', { kind: 'remove', key: P1, seen: partner })
  expect(cellFaults(await restore())).toEqual(['partnerId unknown-partner'])
  await write('partners', { kind: 'restore', key: P1 })
  expect(await restore()).toEqual(ok([AUDIT]))
  expect(cellsOf('partner-audits', AUDIT)).toEqual(before)
  expect(await restore()).toEqual(fail('row-unknown'))
})
