import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture } from '../testing/whistle-fixture.ts'
import { recordConcern, recordStep } from './record-step.ts'
import { writeToReporter } from './write-to-reporter.ts'

const done = ok(null)

test('a report is acknowledged once and examined once, each on its day of the organization', async () => {
  const { memory, ports, clock, take } = whistleFixture()
  const { id } = await take()
  const record = (step: 'acknowledged' | 'in-examination') => recordStep(ports, { id, reader: HANDLER, step })
  clock.set('2026-03-03T16:00:00Z')
  expect([await record('acknowledged'), await record('acknowledged')]).toEqual([done, fail('step-done')])
  clock.passDays(3)
  expect([await record('in-examination'), await record('in-examination')]).toEqual([done, fail('step-done')])
  expect(await record('acknowledged')).toEqual(fail('step-done'))
  const steps = { status: 'in-examination', acknowledgedOn: '2026-03-04', examinedOn: '2026-03-07' }
  expect(memory.reports.get(id)?.report).toMatchObject(steps)
})

test('a message to the reporter has already acknowledged the report', async () => {
  const { ports, take } = whistleFixture()
  const { id } = await take()
  const asked = { id, reader: HANDLER }
  await writeToReporter(ports, { ...asked, text: 'Which list?', purpose: 'question' })
  expect(await recordStep(ports, { ...asked, step: 'acknowledged' })).toEqual(fail('step-done'))
  expect(await recordStep(ports, { ...asked, step: 'in-examination' })).toEqual(done)
})

test('only a case handler with access to the report records a step or whom it concerns', async () => {
  const { memory, ports, clock, take } = whistleFixture()
  const { id } = await take()
  const before = memory.reports.get(id)
  const record = async (reader: string) => [
    await recordStep(ports, { id, reader, step: 'acknowledged' }),
    await recordConcern(ports, { id, reader, concernsOfficer: false }),
  ]
  const unknown = fail('report-unknown')
  expect(await record('officer-1')).toEqual([unknown, unknown])
  expect(memory.reports.get(id)).toEqual(before)
  expect(await recordConcern(ports, { id, reader: HANDLER, concernsOfficer: true })).toEqual(done)
  clock.passDays(1)
  memory.handlers.set('handler-2', clock.now())
  // A handler whom an officer appoints afterwards cannot lift the restriction.
  expect(await record('handler-2')).toEqual([unknown, unknown])
  expect(await recordConcern(ports, { id, reader: HANDLER, concernsOfficer: false })).toEqual(done)
  expect(await record('handler-2')).toEqual([done, done])
})

test('a closed report keeps its steps and its concern', async () => {
  const { ports, take } = whistleFixture()
  const { id } = await take()
  const asked = { id, reader: HANDLER }
  await writeToReporter(ports, { ...asked, text: 'It is stopped.', purpose: 'feedback' })
  await ports.reports.closeReport(id, 'other', '2026-03-02')
  expect(await recordStep(ports, { ...asked, step: 'in-examination' })).toEqual(fail('step-done'))
  expect(await recordConcern(ports, { ...asked, concernsOfficer: true })).toEqual(fail('report-closed'))
})
