import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { extendTerm } from './extend-term.ts'
import { sendAnswer } from './send-answer.ts'

const reason = 'Three systems are searched.'

test('an extension moves the due day, and the person gets the new day with the reason', async () => {
  const { ports, memory, openConfirmed, caseOf } = rightsFixture()
  const { id } = await openConfirmed({ regime: 'eu' })
  expect(await extendTerm(ports, { id, reason })).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ dueOn: '2026-06-02', extendedOn: '2026-03-02', status: 'identity-checked' })
  const data = { number: 2, purpose: 'extension', dueOn: '2026-06-02' }
  expect(memory.letters).toEqual([{ caseId: id, kind: 'rights-message', data }])
})

test('a term can be extended on its last day in the time zone of the organization, and not after', async () => {
  for (const [now, result] of [
    ['2026-04-02T15:59:59Z', ok(null)],
    ['2026-04-02T16:00:00Z', fail('term-over')],
  ] as const) {
    const { ports, clock, openConfirmed } = rightsFixture()
    const { id } = await openConfirmed({ regime: 'eu' })
    clock.set(now)
    expect(await extendTerm(ports, { id, reason })).toEqual(result)
  }
})

test('only a law with an extension allows one, and an enquiry has no term', async () => {
  const { ports, memory, openConfirmed } = rightsFixture()
  const cases = [
    { regime: 'china' },
    { regime: 'china-and-eu' },
    { regime: 'other' },
    { kind: 'enquiry', regime: null },
  ]
  for (const change of cases as Parameters<typeof openConfirmed>[0][]) {
    const { id } = await openConfirmed(change)
    expect(await extendTerm(ports, { id, reason })).toEqual(fail('term-not-extendable'))
  }
  expect(memory.letters).toEqual([])
})

test('an extension needs a confirmed address or none, a reason, and a case without an answer', async () => {
  const { ports, open, openConfirmed } = rightsFixture()
  const unconfirmed = await open({ regime: 'eu' })
  expect(await extendTerm(ports, { id: unconfirmed.id, reason })).toEqual(fail('identity-unchecked'))
  const { id } = await openConfirmed({ regime: 'eu' })
  expect(await extendTerm(ports, { id, reason: ' ' })).toEqual(fail('text-invalid'))
  await sendAnswer(ports, { id, text: 'Here it is.', purpose: 'answer' })
  expect(await extendTerm(ports, { id, reason })).toEqual(fail('case-answered'))
  expect(await extendTerm(ports, { id: 'case-9', reason })).toEqual(fail('case-unknown'))
})

test('an anonymous case is extended without a letter', async () => {
  const { ports, memory, open, caseOf } = rightsFixture()
  const { id } = await open({ regime: 'eu', contact: null })
  expect(await extendTerm(ports, { id, reason })).toEqual(ok(null))
  expect([caseOf(id)?.dueOn, memory.letters]).toEqual(['2026-06-02', []])
})

test('a term is extended once, also when two officers extend it at once', async () => {
  const { ports, memory, openConfirmed } = rightsFixture()
  const { id } = await openConfirmed({ regime: 'eu' })
  const both = [1, 2].map(() => extendTerm(ports, { id, reason }))
  expect(await Promise.all(both)).toEqual([ok(null), fail('term-extended')])
  expect(await extendTerm(ports, { id, reason })).toEqual(fail('term-extended'))
  expect(memory.letters).toHaveLength(1)
})

test('a case that another officer closes first is not extended', async () => {
  const { ports, openConfirmed, caseOf } = rightsFixture()
  const { id } = await openConfirmed({ regime: 'eu' })
  const both = [closeCase(ports, { id, outcome: 'withdrawn' }), extendTerm(ports, { id, reason })]
  expect(await Promise.all(both)).toEqual([ok(null), fail('case-closed')])
  expect(caseOf(id)).toMatchObject({ extendedOn: null, dueOn: '2026-04-02' })
})

test('a case that another officer answers first is not extended', async () => {
  const { ports, openConfirmed, caseOf } = rightsFixture()
  const { id } = await openConfirmed({ regime: 'eu' })
  const both = [sendAnswer(ports, { id, text: 'Here it is.', purpose: 'answer' }), extendTerm(ports, { id, reason })]
  expect(await Promise.all(both)).toEqual([ok(null), fail('case-answered')])
  expect(caseOf(id)).toMatchObject({ extendedOn: null, dueOn: '2026-04-02' })
})
