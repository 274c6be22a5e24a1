import { expect, test } from 'vitest'
import { proposeRepairs, repairRows } from './propose-repairs.ts'

const fault = (rowNumber: number, text: string) => ({
  ...{ rowNumber, column: 'Partner', text, expected: '' },
  code: 'unknown-partner' as const,
})
const candidatesOf = async () => [{ id: 'P07', name: 'Harbour Ferries' }]
const fields = ['partnerId', 'reportDate']

test('an unknown reference gets the nearest row with its name, any other fault none', async () => {
  const faults = [
    fault(2, 'Harbor Ferries'),
    fault(3, 'Nobody'),
    { ...fault(4, 'Harbour Ferries'), code: 'bad-day' as const },
  ]
  const proposed = await proposeRepairs('partner-audits', fields, faults, candidatesOf)
  const repair = { field: 'partnerId', from: 'Harbor Ferries', to: 'P07', name: 'Harbour Ferries' }
  expect(proposed).toEqual([{ ...faults[0], repair }, faults[1], faults[2]])
})

test('a repair corrects its reference in every row, and no other field', () => {
  const rows = [2, 3, 4].map((rowNumber) => ({
    rowNumber,
    cells: { partnerId: rowNumber === 4 ? 'P08' : 'Harbor', firm: 'Harbor' },
  }))
  const repairs = [
    { field: 'partnerId', from: 'Harbor', to: 'P07' },
    { field: 'firm', from: 'Harbor', to: 'P07' },
  ]
  const { rows: repaired, made } = repairRows('partner-audits', rows, repairs)
  expect(repaired.map(({ cells }) => cells)).toEqual([
    { partnerId: 'P07', firm: 'Harbor' },
    { partnerId: 'P07', firm: 'Harbor' },
    { partnerId: 'P08', firm: 'Harbor' },
  ])
  expect(made).toEqual([{ ...repairs[0], rows: 2 }])
})

test('a hundred misspelt names are compared with thousands of long ones in a moment', async () => {
  const letter = (count: number) => String.fromCharCode(97 + (count % 26))
  const named = Array.from({ length: 5_000 }, (_, count) => ({
    id: `P${count}`,
    name: `Company of the ${letter(count)}${letter(count / 26)}${letter(count / 676)} coast ${'branch '.repeat(80)}`,
  }))
  const faults = Array.from({ length: 100 }, (_, count) => fault(count, `Compnay of the north ${letter(count)}`))
  const began = performance.now()
  await proposeRepairs('partner-audits', fields, faults, async () => named)
  // Idle 0.1 s; comparing all characters takes a minute.
  expect(performance.now() - began).toBeLessThan(10_000)
})
