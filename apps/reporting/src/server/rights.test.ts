import { openCase } from '@wayproof/evidence'
import { newSecretCode } from '@wayproof/kernel'
import { expect, test } from 'vitest'
import { createContextInner } from './context.ts'
import { rightsPorts } from './ports.ts'
import { appRouter } from './router.ts'
import { openApp } from './testing/open-app.ts'

const DAY = 24 * 60

async function officerWithCases() {
  const opened = await openApp()
  const { person, cookie } = await opened.join('officer')
  const ports = rightsPorts(opened.parts)
  const ask = (contact: string | null, regime: 'china' | 'other') =>
    openCase(ports, {
      formCode: newSecretCode(ports.tokens),
      kind: 'deletion',
      regime,
      text: 'Delete it all',
      contact,
      locale: 'en',
    })
  await ask(null, 'other')
  await ask('ann@mail.example', 'china')
  return { ...opened, cookie, officer: appRouter.createCaller(createContextInner(opened.parts, { user: person })) }
}

test('an officer sees open requests by due day, answers and closes them', async () => {
  const { officer, pass } = await officerWithCases()
  const { open, closed } = await officer.rights.list()
  expect(open.map(({ dueOn, anonymous }) => [dueOn, anonymous])).toEqual([
    ['2026-07-22', false],
    ['2026-07-31', true],
  ])
  expect(closed).toEqual([])
  const [{ id: named = '' } = {}, { id: anonymous = '' } = {}] = open
  expect(await officer.rights.show({ id: named })).toMatchObject({
    contact: 'ann@mail.example',
    messages: [{ author: 'person', text: 'Delete it all', day: '2026-07-01' }],
  })
  await expect(officer.rights.answer({ id: named, text: 'Done.', purpose: 'answer' })).rejects.toThrow(
    'identity-unchecked',
  )
  await expect(officer.rights.close({ id: named, outcome: 'granted' })).rejects.toThrow('unanswered')
  pass(DAY)
  await officer.rights.answer({ id: anonymous, text: 'Done.', purpose: 'answer' })
  await officer.rights.close({ id: anonymous, outcome: 'granted' })
  await officer.rights.close({ id: named, outcome: 'identity-unproven' })
  const after = await officer.rights.list()
  expect(after.open).toEqual([])
  expect(after.closed.map(({ outcome, answeredOn, closedOn }) => [outcome, answeredOn, closedOn]).toSorted()).toEqual([
    ['granted', '2026-07-02', '2026-07-02'],
    ['identity-unproven', null, '2026-07-02'],
  ])
})

test('an officer asks back without an answer, and puts off what a law allows', async () => {
  const { officer } = await officerWithCases()
  const [named, anonymous] = (await officer.rights.list()).open
  const id = anonymous?.id ?? ''
  await officer.rights.answer({ id, text: 'Which one?', purpose: 'question' })
  expect(await officer.rights.show({ id })).toMatchObject({
    case: { status: 'received', answeredOn: null },
    messages: [{}, { purpose: 'question', text: 'Which one?' }],
    extendableTo: null,
  })
  await expect(officer.rights.extend({ id, reason: 'Long.' })).rejects.toThrow('term-not-extendable')
  await expect(officer.rights.extend({ id: named?.id ?? '', reason: 'Long.' })).rejects.toThrow('identity-unchecked')
})

test('what cannot be is refused with a code, over HTTP too, and nothing of the person is logged', async () => {
  const { officer, post, cookie, logged } = await officerWithCases()
  const nobody = '00000000-0000-4000-8000-000000000000'
  await expect(officer.rights.show({ id: nobody })).rejects.toThrow('case-unknown')
  const [, { id = '' } = {}] = (await officer.rights.list()).open
  for (const text of ['', ' \n', 'x'.repeat(2001)])
    await expect(officer.rights.answer({ id, text, purpose: 'answer' })).rejects.toThrow('text-invalid')
  const missing = await post('/trpc/rights.answer', { json: { id: nobody, text: 'x', purpose: 'answer' } }, { cookie })
  expect([missing.status, (await missing.json()).error.json.data.faultCode]).toEqual([404, 'case-unknown'])
  await officer.rights.close({ id, outcome: 'withdrawn' })
  const again = await post('/trpc/rights.close', { json: { id, outcome: 'withdrawn' } }, { cookie })
  expect([again.status, (await again.json()).error.json.data.faultCode]).toEqual([409, 'case-closed'])
  const wrong = await post('/trpc/rights.close', { json: { id, outcome: 'gone' } }, { cookie })
  expect(wrong.status).toBe(400)
  expect(JSON.stringify(logged)).not.toMatch(/ann@|Delete it all/)
})
