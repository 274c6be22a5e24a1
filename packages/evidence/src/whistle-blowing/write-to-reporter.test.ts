import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture } from '../testing/whistle-fixture.ts'
import { closeReport } from './close-report.ts'
import { showOwnReport } from './show-report.ts'
import { nextTask } from './whistle-report.ts'
import { writeToReporter } from './write-to-reporter.ts'

test('a question acknowledges the report and leaves the deadline for feedback running', async () => {
  const { ports, memory, clock, take } = whistleFixture()
  const { id, caseCode } = await take()
  clock.passDays(2)
  const question = { id, reader: HANDLER, text: ' Which list? ', purpose: 'question' } as const
  expect(await writeToReporter(ports, question)).toEqual(ok(null))
  const report = memory.reports.get(id)?.report
  expect(report).toMatchObject({ status: 'acknowledged', acknowledgedOn: '2026-03-04', feedbackOn: null })
  expect(report && nextTask(report)).toEqual({ task: 'feedback', dueOn: '2026-06-04' })
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({
    value: { messages: [{}, { author: 'handler', purpose: 'question', day: '2026-03-04', text: 'Which list?' }] },
  })
})

test('the first feedback stops the deadline, and later feedback does not move its day', async () => {
  const { ports, memory, clock, take } = whistleFixture()
  const { id } = await take()
  for (const text of ['It is stopped.', 'The list is deleted.']) {
    clock.passDays(1)
    expect(await writeToReporter(ports, { id, reader: HANDLER, text, purpose: 'feedback' })).toEqual(ok(null))
  }
  const report = memory.reports.get(id)?.report
  expect(report).toMatchObject({ acknowledgedOn: '2026-03-03', feedbackOn: '2026-03-03' })
  expect(report && nextTask(report)).toBeNull()
})

test('only a case handler writes to a reporter, a text, and before the report is closed', async () => {
  const { ports, memory, take } = whistleFixture()
  const { id } = await take()
  const write = (reader: string, text: string) => writeToReporter(ports, { id, reader, text, purpose: 'feedback' })
  expect(await write('officer-1', '')).toEqual(fail('report-unknown'))
  expect(await write(HANDLER, ' \n')).toEqual(fail('text-invalid'))
  expect(memory.reports.get(id)?.messages).toHaveLength(1)
  expect(await write(HANDLER, 'It is stopped.')).toEqual(ok(null))
  await closeReport(ports, { id, reader: HANDLER, outcome: 'other' })
  expect(await write(HANDLER, 'One more thing.')).toEqual(fail('report-closed'))
})
