import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture } from '../testing/whistle-fixture.ts'
import { closeReport } from './close-report.ts'
import { listReports, showOwnReport, showReport } from './show-report.ts'
import { writeToReporter } from './write-to-reporter.ts'

const unknown = fail('report-unknown')

test('a reporter reads the own report with its code, in any spelling, and with no other', async () => {
  const { ports, take } = whistleFixture()
  const { caseCode } = await take({ contact: 'by phone' })
  for (const typed of [caseCode, caseCode.toLowerCase().replaceAll('-', ' ')])
    expect(await showOwnReport(ports, { caseCode: typed })).toMatchObject({ value: { contact: 'by phone' } })
  for (const typed of ['', 'nonsense', caseCode.slice(1)])
    expect(await showOwnReport(ports, { caseCode: typed })).toEqual(unknown)
})

test('a case handler reads contact and texts; for any other user the report does not exist', async () => {
  const { ports, take } = whistleFixture()
  const { id } = await take({ contact: 'by phone' })
  expect(await showReport(ports, { id, reader: HANDLER })).toMatchObject({
    value: { contact: 'by phone', messages: [{ author: 'reporter', text: 'A customer list is sold.' }] },
  })
  expect(await showReport(ports, { id, reader: 'officer-1' })).toEqual(unknown)
  expect(await showReport(ports, { id: 'report-9', reader: HANDLER })).toEqual(unknown)
})

test('a report about the officer is hidden from handlers appointed on a later day of the organization', async () => {
  const { memory, ports, clock, take } = whistleFixture()
  // 23:30 in Shanghai.
  clock.set('2026-03-02T15:30:00Z')
  const { id } = await take()
  await ports.reports.recordConcern(id, true)
  memory.handlers.set('same-day', Date.parse('2026-03-02T15:59:59Z'))
  memory.handlers.set('day-after', Date.parse('2026-03-02T16:00:00Z'))
  expect(await showReport(ports, { id, reader: 'same-day' })).toMatchObject({ ok: true })
  expect(await showReport(ports, { id, reader: 'day-after' })).toEqual(unknown)
  expect(await listReports(ports, { reader: 'day-after' })).toEqual({ open: [], closed: [], floods: [] })
  expect((await listReports(ports, { reader: 'same-day' })).open).toHaveLength(1)
  await ports.reports.recordConcern(id, false)
  expect(await showReport(ports, { id, reader: 'day-after' })).toMatchObject({ ok: true })
})

test('a closed report about the officer is not listed for a handler appointed later', async () => {
  const { memory, ports, clock, take } = whistleFixture()
  const { id } = await take()
  await ports.reports.recordConcern(id, true)
  await writeToReporter(ports, { id, reader: HANDLER, text: 'It is stopped.', purpose: 'feedback' })
  await closeReport(ports, { id, reader: HANDLER, outcome: 'substantiated' })
  clock.passDays(1)
  memory.handlers.set('handler-2', clock.now())
  expect(await listReports(ports, { reader: 'handler-2' })).toEqual({ open: [], closed: [], floods: [] })
  expect((await listReports(ports, { reader: HANDLER })).closed.map((report) => report.id)).toEqual([id])
})

test('a report whose texts were deleted shows its facts only, and its code opens nothing', async () => {
  const { memory, ports, take } = whistleFixture()
  const { id, caseCode } = await take({ contact: 'by phone' })
  const memoryReport = memory.reports.get(id)
  if (memoryReport) memory.reports.set(id, { ...memoryReport, codeHash: null, contactSealed: null, messages: [] })
  expect(await showReport(ports, { id, reader: HANDLER })).toMatchObject({
    value: { report: { receivedOn: '2026-03-02', anonymous: false }, contact: null, messages: [] },
  })
  expect(await showOwnReport(ports, { caseCode })).toEqual(unknown)
})
