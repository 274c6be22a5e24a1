import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture, writtenReport } from '../testing/whistle-fixture.ts'
import { showOwnReport } from './show-report.ts'
import { takeReport } from './take-report.ts'

test('a report is refused while no case handler would read it', async () => {
  const { ports, memory } = whistleFixture()
  memory.handlers.delete(HANDLER)
  expect(await takeReport(ports, writtenReport)).toEqual(fail('no-handler'))
  expect(memory.reports.size).toBe(0)
})

test('a report is dated to the day of the organization and starts without any step', async () => {
  const { memory, clock, take } = whistleFixture()
  clock.set('2026-03-02T16:00:00Z')
  const { id } = await take()
  expect(memory.reports.get(id)?.report).toEqual({
    ...{ id, reporter: 'staff', locale: 'en', receivedOn: '2026-03-03', status: 'received', outcome: null },
    ...{ anonymous: true, concernsOfficer: false, acknowledgedOn: null, examinedOn: null, feedbackOn: null },
    closedOn: null,
  })
})

test('text, contact and code are stored encrypted or hashed, and the code opens them', async () => {
  const { memory, ports, take } = whistleFixture()
  const { caseCode } = await take({ text: ' A list\r\nis sold. ', contact: 'Bench by the lake' })
  const stored = JSON.stringify([...memory.reports.values()], (_, cell) =>
    cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : cell,
  )
  for (const secret of ['A list', 'Bench', caseCode]) expect(stored).not.toContain(secret)
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({
    value: { report: { anonymous: false }, contact: 'Bench by the lake', messages: [{ text: 'A list\nis sold.' }] },
  })
})

test('the same form sent twice is one report with one code; other words make another report', async () => {
  const { memory, ports } = whistleFixture()
  const first = await takeReport(ports, writtenReport)
  expect(await takeReport(ports, { ...writtenReport, text: `${writtenReport.text}\n` })).toEqual(first)
  expect(memory.reports.size).toBe(1)
  const changes = [{ text: 'Another list.' }, { reporter: 'partner' }, { contact: 'by phone' }] as const
  for (const change of changes) expect(await takeReport(ports, { ...writtenReport, ...change })).not.toEqual(first)
  expect(memory.reports.size).toBe(4)
})

test('a text needs 1 to 2,000 characters and a contact at most 200', async () => {
  const { ports } = whistleFixture()
  const isTaken = async (change: Partial<typeof writtenReport>) =>
    (await takeReport(ports, { ...writtenReport, ...change })).ok
  expect([await isTaken({ text: '字'.repeat(2000) }), await isTaken({ contact: 'x'.repeat(200) })]).toEqual([
    true,
    true,
  ])
  for (const change of [{ text: ' \n' }, { text: '字'.repeat(2001) }, { contact: 'x'.repeat(201) }])
    expect(await takeReport(ports, { ...writtenReport, ...change })).toEqual(fail('text-invalid'))
})
