import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { type RecordCase, recordCase } from './record-case.ts'
import { showOwnCase } from './show-case.ts'

/** A request by telephone on the day before the clock's. */
const call: RecordCase = {
  ...{ formCode: 'form-1', kind: 'access', regime: 'eu', channel: 'telephone', receivedOn: '2026-03-01' },
  ...{ text: 'Asks for all data.', contact: 'ann@mail.example', identityChecked: false, locale: 'en' },
  ...{ by: 'Lin', founded: '1998-05-01' },
}

async function recorded(change: Partial<RecordCase> = {}) {
  const fixture = rightsFixture()
  const outcome = await recordCase(fixture.ports, { ...call, ...change })
  const [id = ''] = fixture.memory.cases.keys()
  return { ...fixture, done: outcome, stored: fixture.memory.cases.get(id) }
}

test('the term starts on the day of receipt, and the history names the recorder and the day of recording', async () => {
  const { stored, ports, done } = await recorded()
  expect(stored?.case).toMatchObject({
    ...{ channel: 'telephone', receivedOn: '2026-03-01', recordedOn: '2026-03-02', dueOn: '2026-04-01' },
    ...{ status: 'received', identityCheckedOn: null, anonymous: false },
  })
  const after = { kind: 'access', regime: 'eu', channel: 'telephone', receivedOn: '2026-03-01' }
  expect(stored?.changes).toEqual([{ day: '2026-03-02', by: 'Lin', reason: null, before: null, after }])
  expect(await showOwnCase(ports, done.ok ? done.value : { caseCode: '' })).toMatchObject({
    value: {
      contact: 'ann@mail.example',
      messages: [{ author: 'person', day: '2026-03-01', text: 'Asks for all data.' }],
    },
  })
})

test('an unconfirmed address gets a code letter; one that the recorder has verified gets none', async () => {
  const unconfirmed = await recorded()
  expect(unconfirmed.memory.letters).toMatchObject([{ kind: 'rights-code' }])
  const verified = await recorded({ identityChecked: true })
  expect(verified.memory.letters).toEqual([])
  expect(verified.stored?.case).toMatchObject({ status: 'identity-checked', identityCheckedOn: '2026-03-02' })
})

test('without an address the case is anonymous, even if the recorder verified the identity', async () => {
  const { stored, memory } = await recorded({ contact: null, identityChecked: true })
  expect(stored?.case).toMatchObject({ anonymous: true, status: 'received', identityCheckedOn: null })
  expect([stored?.contactSealed, memory.letters]).toEqual([null, []])
})

test('a day of receipt lies between the founding of the company and today in its time zone', async () => {
  const fixture = rightsFixture()
  // 2 March in UTC, 3 March in Shanghai.
  fixture.clock.set('2026-03-02T16:00:00Z')
  const record = (receivedOn: string, founded: string | null = '1998-05-01') =>
    recordCase(fixture.ports, { ...call, receivedOn, founded })
  for (const day of ['2026-03-04', '1998-04-30']) expect(await record(day)).toEqual(fail('received-day-invalid'))
  expect(fixture.memory.cases.size).toBe(0)
  for (const day of ['2026-03-03', '1998-05-01']) expect(await record(day)).toMatchObject({ ok: true })
  expect(await record('1998-04-30', null)).toMatchObject({ ok: true })
})

test('a request needs a governing law, and an enquiry has none', async () => {
  for (const unfit of [{ regime: null }, { kind: 'enquiry', regime: 'china' }] as const)
    expect((await recorded(unfit)).done).toEqual(fail('regime-unfit'))
  const { stored } = await recorded({ kind: 'enquiry', regime: null })
  expect(stored?.case).toMatchObject({ kind: 'enquiry', dueOn: null })
})

test('a case without a text is not recorded', async () => {
  const { done, memory } = await recorded({ text: ' \n' })
  expect([done, memory.cases.size]).toEqual([fail('text-invalid'), 0])
})

test('the same form sent twice is one case, one letter and one entry; other facts make another case', async () => {
  const { ports, memory, done, stored } = await recorded()
  expect(await recordCase(ports, call)).toEqual(done)
  expect([memory.cases.size, memory.letters.length, stored?.changes.length]).toEqual([1, 1, 1])
  for (const change of [{ channel: 'letter' }, { receivedOn: '2026-02-28' }] as const)
    expect(await recordCase(ports, { ...call, ...change })).not.toEqual(done)
  expect(memory.cases.size).toBe(3)
})
