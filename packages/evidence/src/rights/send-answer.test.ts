import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { urgencyOf } from './rights-case.ts'
import { sendAnswer } from './send-answer.ts'
import { showOwnCase } from './show-case.ts'

test('a question is mailed and leaves the clock running; the first answer stops it', async () => {
  const { ports, memory, clock, openConfirmed, caseOf } = rightsFixture()
  const { id } = await openConfirmed()
  const send = (purpose: 'question' | 'answer') => sendAnswer(ports, { id, text: ' Dear Ann, ', purpose })
  expect(await send('question')).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ status: 'identity-checked', answeredOn: null })
  clock.set('2026-03-24T16:00:00Z')
  const open = caseOf(id)
  expect(open && urgencyOf(open, '2026-03-25')).toBe('overdue')
  expect(await send('answer')).toEqual(ok(null))
  clock.passDays(1)
  await send('answer')
  await send('question')
  expect(caseOf(id)).toMatchObject({ status: 'answered', answeredOn: '2026-03-25' })
  expect(memory.letters.map(({ data }) => data)).toEqual(
    (['question', 'answer', 'answer', 'question'] as const).map((purpose, place) => {
      return { number: place + 2, purpose, dueOn: null }
    }),
  )
})

test('nothing is mailed to an address before its owner has confirmed it', async () => {
  const { ports, memory, open } = rightsFixture()
  const { id } = await open()
  memory.letters = []
  for (const purpose of ['question', 'answer'] as const)
    expect(await sendAnswer(ports, { id, text: 'Here it is.', purpose })).toEqual(fail('identity-unchecked'))
  expect([memory.letters, memory.cases.get(id)?.messages.length]).toEqual([[], 1])
})

test('an anonymous case is answered without a letter, and the case code shows the answer', async () => {
  const { ports, memory, open } = rightsFixture()
  const { id, caseCode } = await open({ contact: null })
  expect(await sendAnswer(ports, { id, text: ' Here\r\nit is. ', purpose: 'answer' })).toEqual(ok(null))
  expect(memory.letters).toEqual([])
  const answer = { author: 'officer', purpose: 'answer', day: '2026-03-02', text: 'Here\nit is.' }
  expect(await showOwnCase(ports, { caseCode })).toMatchObject({ value: { messages: [{}, answer] } })
})

test('an answer needs a text and an open case', async () => {
  const { ports, openConfirmed } = rightsFixture()
  const { id } = await openConfirmed()
  const answer = { id, text: 'Here it is.', purpose: 'answer' } as const
  expect(await sendAnswer(ports, { ...answer, text: ' \n' })).toEqual(fail('text-invalid'))
  expect(await sendAnswer(ports, { ...answer, id: 'case-9' })).toEqual(fail('case-unknown'))
  const both = [closeCase(ports, { id, outcome: 'withdrawn' }), sendAnswer(ports, answer)]
  expect(await Promise.all(both)).toEqual([ok(null), fail('case-closed')])
  expect(await sendAnswer(ports, answer)).toEqual(fail('case-closed'))
})
