import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { importFixture } from './testing/import-fixture.ts'
import { undoImport } from './undo-import.ts'

async function importedTwice() {
  const fixture = importFixture()
  const bookings = (count: number) => fixture.importLines('bookings', ['month,channel,count', `2026-01,web,${count}`])
  await bookings(10)
  await bookings(1)
  const undo = (importId: string, reason = ' the wrong file ') =>
    undoImport(fixture.ports, { register: 'bookings', importId, by: 'user-1', reason })
  const countNow = () => [...(fixture.memory.rows.get('bookings')?.values() ?? [])].map(({ count }) => count)
  return { ...fixture, undo, countNow }
}

test('the last import is undone with its reason, author and moment, and the rows are as before', async () => {
  const { memory, clock, undo, countNow } = await importedTwice()
  expect(await undo('import-2')).toEqual({ ok: true, value: { added: 0, changed: 1, unchanged: 0 } })
  expect(countNow()).toEqual([10])
  expect(memory.imports[1]?.undone).toMatchObject({ by: 'user-1', reason: 'the wrong file', at: clock.now() })
  expect(await undo('import-1')).toMatchObject({ ok: true })
  expect(countNow()).toEqual([])
})

test('an undo needs a reason', async () => {
  const { undo, countNow } = await importedTwice()
  expect(await undo('import-2', ' \n')).toEqual(fail('reason-missing'))
  expect(countNow()).toEqual([1])
})

test('only the last import can be undone, and once', async () => {
  const { undo } = await importedTwice()
  expect(await undo('import-1')).toEqual(fail('import-not-last'))
  await undo('import-2')
  expect(await undo('import-2')).toEqual(fail('import-undone'))
  expect(await undo('import-9')).toEqual(fail('import-unknown'))
})
