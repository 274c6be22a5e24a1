import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { sendAnswer } from './send-answer.ts'

test('a request is closed with its outcome after an answer, on the day of the organization', async () => {
  const { ports, clock, openConfirmed, caseOf } = rightsFixture()
  const { id } = await openConfirmed()
  await sendAnswer(ports, { id, text: 'Which trip?', purpose: 'question' })
  expect(await closeCase(ports, { id, outcome: 'granted' })).toEqual(fail('unanswered'))
  await sendAnswer(ports, { id, text: 'Here it is.', purpose: 'answer' })
  clock.set('2026-03-05T16:00:00Z')
  expect(await closeCase(ports, { id, outcome: 'granted' })).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ status: 'closed', outcome: 'granted', closedOn: '2026-03-06' })
})

test('without an answer a case is closed only if nobody was there to answer', async () => {
  const { ports, open, caseOf } = rightsFixture()
  for (const outcome of ['withdrawn', 'identity-unproven'] as const) {
    const { id } = await open()
    expect(await closeCase(ports, { id, outcome })).toEqual(ok(null))
    expect(caseOf(id)).toMatchObject({ status: 'closed', outcome, answeredOn: null })
  }
})

test('the outcome fits the kind of the case', async () => {
  const { ports, open, openConfirmed } = rightsFixture()
  const request = await openConfirmed()
  const enquiry = await open({ kind: 'enquiry', regime: null, contact: null })
  for (const { id } of [request, enquiry]) await sendAnswer(ports, { id, text: 'Here it is.', purpose: 'answer' })
  expect(await closeCase(ports, { id: request.id, outcome: 'settled' })).toEqual(fail('outcome-unfit'))
  expect(await closeCase(ports, { id: enquiry.id, outcome: 'granted' })).toEqual(fail('outcome-unfit'))
  expect(await closeCase(ports, { id: enquiry.id, outcome: 'settled' })).toEqual(ok(null))
})

test('a closed case keeps its first outcome, also when two officers close it at once', async () => {
  const { ports, open, caseOf } = rightsFixture()
  const { id } = await open()
  const closing = (['withdrawn', 'identity-unproven'] as const).map((outcome) => closeCase(ports, { id, outcome }))
  expect(await Promise.all(closing)).toEqual([ok(null), fail('case-closed')])
  expect(await closeCase(ports, { id, outcome: 'identity-unproven' })).toEqual(fail('case-closed'))
  expect(caseOf(id)?.outcome).toBe('withdrawn')
  expect(await closeCase(ports, { id: 'case-9', outcome: 'withdrawn' })).toEqual(fail('case-unknown'))
})
