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
