import { openCase } from '@wayproof/evidence/rights/open-case'
import { showOwnCase } from '@wayproof/evidence/rights/show-case'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { rightsPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const DAY = 24 * 60

async function officerWithCases() {
  const opened = await openApp()
  const { person, cookie } = await opened.join('officer')
  const ports = rightsPorts(opened.services)
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
  return { ...opened, cookie, officer: appRouter.createCaller(createContextInner(opened.services, { user: person })) }
}

test('an officer sees open requests by due date, answers and closes them', async () => {
  const { officer, pass } = await officerWithCases()
  const { open, closed } = await officer.rights.list()
  expect(open.map(({ dueOn, anonymous }) => [dueOn, anonymous])).toEqual([
    ['2026-07-22', false],
    ['2026-07-31', true],
  ])
  expect(closed).toEqual([])
  const [{ id: namedId = '' } = {}, { id: anonymous = '' } = {}] = open
  expect(await officer.rights.show({ id: namedId })).toMatchObject({
    contact: 'ann@mail.example',
    messages: [{ author: 'person', text: 'Delete it all', day: '2026-07-01' }],
  })
  await expect(officer.rights.answer({ id: namedId, text: 'Done.', purpose: 'answer' })).rejects.toThrow(
    'identity-unchecked',
  )
  await expect(officer.rights.close({ id: namedId, outcome: 'granted' })).rejects.toThrow('unanswered')
  pass(DAY)
  await officer.rights.answer({ id: anonymous, text: 'Done.', purpose: 'answer' })
  await officer.rights.close({ id: anonymous, outcome: 'granted' })
  await officer.rights.close({ id: namedId, outcome: 'identity-unproven' })
  const after = await officer.rights.list()
  expect(after.open).toEqual([])
  expect(after.closed.map(({ outcome, answeredOn, closedOn }) => [outcome, answeredOn, closedOn]).toSorted()).toEqual([
    ['granted', '2026-07-02', '2026-07-02'],
    ['identity-unproven', null, '2026-07-02'],
  ])
})

test('an officer asks a question without a formal reply, and extends a deadline as the law allows', async () => {
  const { officer } = await officerWithCases()
  const [namedCase, anonymous] = (await officer.rights.list()).open
  const id = anonymous?.id ?? ''
  await officer.rights.answer({ id, text: 'Which one?', purpose: 'question' })
  expect(await officer.rights.show({ id })).toMatchObject({
    case: { status: 'received', answeredOn: null },
    messages: [{}, { purpose: 'question', text: 'Which one?' }],
    extendableTo: null,
  })
  await expect(officer.rights.extend({ id, reason: 'Long.' })).rejects.toThrow('term-not-extendable')
  await expect(officer.rights.extend({ id: namedCase?.id ?? '', reason: 'Long.' })).rejects.toThrow(
    'identity-unchecked',
  )
})

test('an invalid request is refused with a code, also over HTTP, and no personal data is logged', async () => {
  const { officer, post, cookie, logged } = await officerWithCases()
  const unknownId = '00000000-0000-4000-8000-000000000000'
  await expect(officer.rights.show({ id: unknownId })).rejects.toThrow('case-unknown')
  const [, { id = '' } = {}] = (await officer.rights.list()).open
  for (const text of ['', ' \n', 'x'.repeat(2001)])
    await expect(officer.rights.answer({ id, text, purpose: 'answer' })).rejects.toThrow('text-invalid')
  const missingCase = await post(
    '/trpc/rights.answer',
    { json: { id: unknownId, text: 'x', purpose: 'answer' } },
    { cookie },
  )
  expect([missingCase.status, (await missingCase.json()).error.json.data.faultCode]).toEqual([404, 'case-unknown'])
  await officer.rights.close({ id, outcome: 'withdrawn' })
  const secondClose = await post('/trpc/rights.close', { json: { id, outcome: 'withdrawn' } }, { cookie })
  expect([secondClose.status, (await secondClose.json()).error.json.data.faultCode]).toEqual([409, 'case-closed'])
  const invalidOutcome = await post('/trpc/rights.close', { json: { id, outcome: 'gone' } }, { cookie })
  expect(invalidOutcome.status).toBe(400)
  expect(JSON.stringify(logged)).not.toMatch(/ann@|Delete it all/)
})

const FACTS = { kind: 'complaint', regime: 'china', channel: 'telephone', receivedOn: '2026-06-25' } as const
const REQUEST = {
  ...FACTS,
  text: 'Called: too many letters',
  contact: null,
  identityChecked: false,
  locale: 'en',
} as const

async function desk() {
  const openedApp = await openApp()
  const callerAs = async (role: Parameters<typeof openedApp.join>[0]) => {
    const { person, cookie } = await openedApp.join(role)
    return { cookie, caller: appRouter.createCaller(createContextInner(openedApp.services, { user: person })) }
  }
  const { caller: officer, cookie } = await callerAs('officer')
  const { caller: service } = await callerAs('customer-service')
  const { services } = openedApp
  const record = (change: object = {}) =>
    service.rights.record({ ...REQUEST, formCode: newSecretCode(services.tokens), ...change })
  const mailedLetters = async () => {
    const now = services.clock.now()
    return (await services.store.outbox.claim(10, now, now + 60_000)).map(({ to, letter }) => [to, letter.kind])
  }
  return { ...openedApp, callerAs, officer, service, cookie, record, mailedLetters }
}

test('a request by telephone is recorded with its day of receipt, from which its deadline runs', async () => {
  const { service, officer, record, mailedLetters, services } = await desk()
  const { caseCode } = await record()
  expect(await showOwnCase(rightsPorts(services), { caseCode })).toMatchObject({ ok: true })
  const [{ id = '', ...listedCase } = {}] = (await officer.rights.list()).open
  expect(listedCase).toMatchObject({ ...FACTS, recordedOn: '2026-07-01', dueOn: '2026-07-16', anonymous: true })
  expect(await service.rights.show({ id })).toMatchObject({
    messages: [{ text: REQUEST.text, day: '2026-06-25' }],
    changes: [{ day: '2026-07-01', by: 'customer-service', reason: null, before: null, after: FACTS }],
  })
  await service.rights.answer({ id, text: 'Sorry.', purpose: 'answer' })
  await service.rights.close({ id, outcome: 'granted' })
  expect(await mailedLetters()).toEqual([])
  await record({ contact: 'Ann@mail.example', identityChecked: true })
  expect((await officer.rights.list()).open).toMatchObject([{ status: 'identity-checked', anonymous: false }])
  expect(await mailedLetters()).toEqual([])
  await record({ contact: 'bea@mail.example' })
  expect(await mailedLetters()).toEqual([['bea@mail.example', 'rights-code']])
  const form = { formCode: newSecretCode(services.tokens) }
  const [first, second] = await Promise.all([record(form), record(form)])
  expect(first).toEqual(second)
  expect((await officer.rights.list()).open).toHaveLength(3)
})

test('an impossible day, a law that does not apply and an empty text are each refused with a code', async () => {
  const { officer, record } = await desk()
  const organisation = { nameZh: '远', nameEn: 'F', contactEmail: 'p@x.example', sample: false, baselineYear: null }
  await officer.organisation.save({ ...organisation, programmeStart: '2026-01-01', foundedOn: '2020-01-01' })
  for (const [change, code] of [
    [{ receivedOn: '2026-07-02' }, 'received-day-invalid'],
    [{ receivedOn: '2019-12-31' }, 'received-day-invalid'],
    [{ regime: null }, 'regime-unfit'],
    [{ kind: 'enquiry' }, 'regime-unfit'],
    [{ text: ' \n' }, 'text-invalid'],
    [{ receivedOn: '2026-02-30' }, 'BAD_REQUEST'],
    [{ channel: 'page' }, 'BAD_REQUEST'],
    [{ contact: 'a@x.example, b@x.example' }, 'BAD_REQUEST'],
  ] as const) {
    const refusal = await record(change).catch((error: { code: string; message: string }) => error)
    expect(code === 'BAD_REQUEST' ? Reflect.get(refusal, 'code') : Reflect.get(refusal, 'message')).toBe(code)
  }
  expect((await officer.rights.list()).open).toEqual([])
})

test('a correction moves the due date and keeps the old value; of two concurrent ones, none is lost', async () => {
  const { officer, service, record, pass } = await desk()
  await record()
  const [{ id = '' } = {}] = (await officer.rights.list()).open
  const correct = (facts: object, reason = 'Heard again') =>
    officer.rights.correct({ id, facts: { ...FACTS, ...facts }, reason })
  for (const [facts, code] of [
    [{}, 'nothing-changed'],
    [{ channel: 'page' }, 'submitted-online'],
    [{ receivedOn: '2026-07-02' }, 'received-day-invalid'],
    [{ kind: 'enquiry' }, 'regime-unfit'],
  ] as const)
    await expect(correct(facts)).rejects.toThrow(code)
  await expect(correct({ kind: 'deletion' }, ' ')).rejects.toThrow('reason-missing')
  pass(DAY)
  const responses = await Promise.allSettled([
    correct({ kind: 'deletion', regime: 'eu' }),
    service.rights.correct({ id, facts: { ...FACTS, channel: 'letter' }, reason: 'It was a letter' }),
  ])
  // The second is refused if it read the case before the first was stored; either may be the first.
  const corrections = (await officer.rights.show({ id })).changes.slice(1)
  expect(corrections).toHaveLength(responses.filter(({ status }) => status === 'fulfilled').length)
  expect(corrections[0]).toMatchObject({ before: FACTS })
  if (corrections.at(-1)?.by !== 'officer') await correct({ kind: 'deletion', regime: 'eu' })
  const shownCase = await officer.rights.show({ id })
  expect(shownCase.case).toMatchObject({ kind: 'deletion', regime: 'eu', dueOn: '2026-07-25' })
  expect(shownCase.changes.at(-1)).toMatchObject({
    day: '2026-07-02',
    by: 'officer',
    reason: 'Heard again',
    after: { regime: 'eu' },
  })
  await officer.rights.answer({ id, text: 'Done.', purpose: 'answer' })
  const facts = { ...FACTS, kind: 'deletion', regime: 'eu' } as const
  await officer.rights.correct({ id, facts: { ...facts, receivedOn: '2026-06-30' }, reason: 'Stamp' })
  await officer.rights.close({ id, outcome: 'granted' })
  const enquiry = { ...facts, receivedOn: '2026-06-30', kind: 'enquiry', regime: null } as const
  await expect(officer.rights.correct({ id, facts: enquiry, reason: 'x' })).rejects.toThrow('outcome-unfit')
})

test('the file has one row for each case without personal data, for users who read single cases', async () => {
  const { send, cookie, record, callerAs } = await desk()
  await record({ text: 'CANARY', contact: 'canary@mail.example', channel: 'branch-office' })
  const answer = await send('/export/requests.csv', { headers: { cookie } })
  const [head = '', row = '', ...restRows] = (await answer.text()).slice(1).split('\r\n')
  expect([answer.status, head.split(',').length, restRows]).toEqual([200, 12, ['']])
  expect(row).toMatch(/^Complaint,branch,.*,2026-06-25,2026-07-01,2026-07-16,/)
  expect(row).not.toMatch(/canary/i)
  const workbook = await send('/export/requests.xlsx', { headers: { cookie } })
  expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="requests.xlsx"',
  ])
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  for (const role of ['executive', 'auditor', 'case-handler', 'procurement'] as const)
    expect((await send('/export/requests.csv', { headers: { cookie: (await callerAs(role)).cookie } })).status).toBe(
      404,
    )
  expect((await send('/export/requests.csv')).status).toBe(401)
})
