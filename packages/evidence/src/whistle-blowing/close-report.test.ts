import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture } from '../testing/whistle-fixture.ts'
import { closeReport } from './close-report.ts'
import { recordStep } from './record-step.ts'
import { writeToReporter } from './write-to-reporter.ts'

async function reportWithFeedback() {
  const fixture = whistleFixture()
  const { id } = await fixture.take()
  const asked = { id, reader: HANDLER }
  await writeToReporter(fixture.ports, { ...asked, text: 'It is stopped.', purpose: 'feedback' })
  const stateOf = () => fixture.memory.reports.get(id)?.report
  return { ...fixture, asked, stateOf }
}

test('a report without feedback to its reporter stays open', async () => {
  const { ports, memory, take } = whistleFixture()
  const asked = { id: (await take()).id, reader: HANDLER }
  await recordStep(ports, { ...asked, step: 'in-examination' })
  await writeToReporter(ports, { ...asked, text: 'Which list?', purpose: 'question' })
  expect(await closeReport(ports, { ...asked, outcome: 'other' })).toEqual(fail('feedback-missing'))
  expect(memory.reports.get(asked.id)?.report).toMatchObject({ status: 'in-examination', closedOn: null })
})

test('a report is closed with its outcome on the day of the organization', async () => {
  const { ports, clock, asked, stateOf } = await reportWithFeedback()
  clock.set('2026-03-05T16:00:00Z')
  expect(await closeReport(ports, { ...asked, outcome: 'substantiated' })).toEqual(ok(null))
  expect(stateOf()).toMatchObject({ status: 'closed', outcome: 'substantiated', closedOn: '2026-03-06' })
})

test('a closed report keeps its first outcome, also when two handlers close it at once', async () => {
  const { ports, asked, stateOf } = await reportWithFeedback()
  const closing = (['unsubstantiated', 'other'] as const).map((outcome) => closeReport(ports, { ...asked, outcome }))
  expect(await Promise.all(closing)).toEqual([ok(null), fail('report-closed')])
  expect(await closeReport(ports, { ...asked, outcome: 'other' })).toEqual(fail('report-closed'))
  expect(stateOf()?.outcome).toBe('unsubstantiated')
})

test('only a case handler with access to the report closes it', async () => {
  const { ports, memory, clock, asked, stateOf } = await reportWithFeedback()
  await ports.reports.recordConcern(asked.id, true)
  clock.passDays(1)
  memory.handlers.set('handler-2', clock.now())
  for (const reader of ['officer-1', 'handler-2'])
    expect(await closeReport(ports, { ...asked, reader, outcome: 'other' })).toEqual(fail('report-unknown'))
  expect(stateOf()?.status).toBe('acknowledged')
})
