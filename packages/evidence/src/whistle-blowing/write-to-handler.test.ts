import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { HANDLER, whistleFixture } from '../testing/whistle-fixture.ts'
import { closeReport } from './close-report.ts'
import { showOwnReport } from './show-report.ts'
import { writeToHandler } from './write-to-handler.ts'
import { writeToReporter } from './write-to-reporter.ts'

test('a reporter adds messages with the case code, each dated to the day of the organization', async () => {
  const { ports, clock, take } = whistleFixture()
  const { caseCode } = await take()
  clock.set('2026-03-04T16:00:00Z')
  expect(await writeToHandler(ports, { caseCode: caseCode.toLowerCase(), text: ' The list of May. ' })).toEqual(
    ok(null),
  )
  const second = { author: 'reporter', purpose: 'message', day: '2026-03-05', text: 'The list of May.' }
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({
    value: { report: { status: 'received', acknowledgedOn: null }, messages: [{ day: '2026-03-02' }, second] },
  })
})

test('a reporter writes 30 messages, the report included, however many the handler writes', async () => {
  const { ports, take } = whistleFixture()
  const { id, caseCode } = await take()
  for (let count = 2; count <= 30; count += 1) {
    expect(await writeToHandler(ports, { caseCode, text: `message ${count}` })).toEqual(ok(null))
    await writeToReporter(ports, { id, reader: HANDLER, text: 'And?', purpose: 'question' })
  }
  expect(await writeToHandler(ports, { caseCode, text: 'one more' })).toEqual(fail('report-full'))
})

test('a message needs a known code, a text and an open report', async () => {
  const { ports, take } = whistleFixture()
  const { id, caseCode } = await take()
  expect(await writeToHandler(ports, { caseCode: 'nonsense', text: '' })).toEqual(fail('report-unknown'))
  expect(await writeToHandler(ports, { caseCode, text: ' \n' })).toEqual(fail('text-invalid'))
  await writeToReporter(ports, { id, reader: HANDLER, text: 'It is stopped.', purpose: 'feedback' })
  await closeReport(ports, { id, reader: HANDLER, outcome: 'other' })
  expect(await writeToHandler(ports, { caseCode, text: 'late' })).toEqual(fail('report-full'))
})
