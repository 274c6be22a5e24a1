import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { whistleFacts } from './whistle-facts.ts'

test('counts the reports of a year, and those whose terms of 7 and 90 days ended in it', async () => {
  const database = await openTestDatabase()
  const { whistleReport } = await database.records()
  const report = (id: string, receivedOn: string, acknowledgedOn: string | null, closedOn: string | null) => ({
    ...{ id, receivedOn, acknowledgedOn, closedOn, reporter: 'staff', status: 'received', locale: 'en' },
    ...{ anonymous: true, concernsOfficer: false },
  })
  await whistleReport.createMany({
    data: [
      // Both terms end in the next year.
      report('a', '2024-12-31', '2025-01-07', '2025-03-31'),
      report('b', '2025-01-01', '2025-01-08', '2025-04-01'),
      // Each a day late.
      report('c', '2025-02-01', '2025-02-09', '2025-05-03'),
      report('d', '2025-10-03', null, null),
      report('e', '2025-12-25', null, null),
      report('f', '2026-01-01', '2026-01-01', '2026-01-01'),
      // A flood is nobody's report.
      { ...report('g', '2025-03-01', null, '2025-03-02'), status: 'closed', outcome: 'flood' },
    ],
  })
  expect(await whistleFacts(database.query, { kind: 'half-year', year: 2025, index: 2 })).toEqual({
    received: 4,
    acknowledged: { due: 4, inTime: 2 },
    closed: { due: 3, inTime: 2 },
  })
})
