import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { sendAnswer } from './send-answer.ts'
import { showOwnCase } from './show-case.ts'
import { writeMessage } from './write-message.ts'

test('a person adds messages with the case code, each dated to the day of the organization', async () => {
  const { ports, clock, open } = rightsFixture()
  const { caseCode } = await open()
  clock.set('2026-03-04T16:00:00Z')
  expect(await writeMessage(ports, { caseCode: caseCode.toLowerCase(), text: ' And my trips. ' })).toEqual(ok(null))
  const second = { author: 'person', purpose: 'message', day: '2026-03-05', text: 'And my trips.' }
  expect(await showOwnCase(ports, { caseCode })).toMatchObject({
    value: { case: { status: 'received', dueOn: '2026-03-23' }, messages: [{ day: '2026-03-02' }, second] },
  })
})

test('a person writes 30 messages, the request included, however many the officer writes', async () => {
  const { ports, open } = rightsFixture()
  const { id, caseCode } = await open({ contact: null })
  for (let count = 2; count <= 30; count += 1) {
    expect(await writeMessage(ports, { caseCode, text: `message ${count}` })).toEqual(ok(null))
    await sendAnswer(ports, { id, text: 'And?', purpose: 'question' })
  }
  expect(await writeMessage(ports, { caseCode, text: 'one more' })).toEqual(fail('case-full'))
})

test('a message needs a known code, a text and an open case', async () => {
  const { ports, open } = rightsFixture()
  const { id, caseCode } = await open()
  expect(await writeMessage(ports, { caseCode: 'nonsense', text: '' })).toEqual(fail('case-unknown'))
  expect(await writeMessage(ports, { caseCode, text: ' \n' })).toEqual(fail('text-invalid'))
  await closeCase(ports, { id, outcome: 'withdrawn' })
  expect(await writeMessage(ports, { caseCode, text: 'late' })).toEqual(fail('case-full'))
})
