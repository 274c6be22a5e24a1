import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { importPorts, importText } from '../testing/import-ports.ts'

async function quartersOf(...roles: string[]) {
  const database = await openTestDatabase()
  if (roles.length > 0) {
    const text = `number,role,unit,startDay,endDay\n${roles.join('\n')}\n`
    const outcome = await importText(database, 'staff-roles', text)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault))
  }
  const quarters = await importPorts(database).evidence.rosterQuarters()
  return quarters.map((q) => [q.quarter, q.activeAtEnd, q.inScopeTenure30, q.joinedInQuarter, q.leftInQuarter])
}

test('an empty register has no quarters', async () => {
  expect(await quartersOf()).toEqual([])
})

test('a person who leaves on the last day of a quarter is not counted in it, and one who leaves on the next day is', async () => {
  expect(await quartersOf('1,a,x,2025-01-01,2025-03-31', '2,a,x,2025-01-01,2025-04-01')).toEqual([
    ['2025-Q1', 1, 1, 2, 1],
    ['2025-Q2', 0, 0, 0, 1],
  ])
})

test('thirty days include the first and the last', async () => {
  expect(await quartersOf('1,a,x,2025-03-02,', '2,a,x,2025-03-03,')).toEqual([['2025-Q1', 2, 1, 2, 0]])
})

test('overlapping roles of a number are one presence, and a gap between them ends it', async () => {
  expect(await quartersOf('1,a,x,2025-01-10,2025-02-01', '1,b,x,2025-02-02,', '1,c,x,2025-03-01,2025-03-02')).toEqual([
    ['2025-Q1', 1, 1, 1, 0],
  ])
  const quarters = await quartersOf('1,a,x,2025-02-01,2025-03-01', '1,b,x,2025-05-01,', '2,a,x,2025-04-02,2025-05-05')
  expect(quarters).toEqual([
    ['2025-Q1', 0, 0, 1, 1],
    ['2025-Q2', 1, 1, 2, 1],
  ])
})

test('tenure starts again after a gap of more than thirty days', async () => {
  const back = (left: string) => quartersOf(`1,a,x,2025-01-01,${left}`, '1,b,x,2025-03-10,')
  expect(await back('2025-02-07')).toEqual([['2025-Q1', 1, 1, 2, 1]])
  expect(await back('2025-02-06')).toEqual([['2025-Q1', 1, 0, 2, 1]])
})
