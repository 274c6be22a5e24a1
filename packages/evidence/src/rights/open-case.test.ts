import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { requestForAccess, rightsFixture } from '../testing/rights-fixture.ts'
import { CODE_TRIES, CODE_VALID_MS } from './mailed-code.ts'
import { openCase } from './open-case.ts'
import { showOwnCase } from './show-case.ts'

test('a request is received on the day of the organization, and its term starts before the address is confirmed', async () => {
  const { clock, open, caseOf } = rightsFixture()
  clock.set('2026-03-01T16:00:00Z')
  const { id } = await open()
  expect(caseOf(id)).toEqual({
    ...{ id, kind: 'access', regime: 'china', channel: 'page', receivedOn: '2026-03-02', recordedOn: null },
    ...{ dueOn: '2026-03-23', status: 'received', outcome: null, anonymous: false, locale: 'en' },
    ...{ identityCheckedOn: null, addressDroppedOn: null, extendedOn: null, answeredOn: null, closedOn: null },
  })
})

test('an enquiry has no due day', async () => {
  const { open, caseOf } = rightsFixture()
  expect(caseOf((await open({ kind: 'enquiry', regime: null })).id)).toMatchObject({ dueOn: null })
})

test('an address gets a code letter, and an anonymous request gets none', async () => {
  const { memory, clock, open } = rightsFixture()
  const anonymous = await open({ contact: null })
  expect([memory.letters, memory.codes.size]).toEqual([[], 0])
  expect(memory.cases.get(anonymous.id)).toMatchObject({ contactSealed: null, case: { anonymous: true } })
  const { id } = await open()
  const code = memory.codes.get(id)
  expect(code).toMatchObject({ expiresAt: clock.now() + CODE_VALID_MS, tries: CODE_TRIES })
  expect(memory.letters).toEqual([{ caseId: id, kind: 'rights-code', data: { codeId: code?.id } }])
})

test('text, address and case code are stored encrypted or hashed, and the code opens them', async () => {
  const { memory, ports, open } = rightsFixture()
  const { caseCode } = await open({ text: ' Which data\r\ndo you have? ' })
  const stored = JSON.stringify([...memory.cases.values()], (_, cell) =>
    cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : cell,
  )
  for (const secret of ['Which data', 'ann@', caseCode]) expect(stored).not.toContain(secret)
  expect(await showOwnCase(ports, { caseCode })).toMatchObject({
    value: { contact: 'ann@mail.example', messages: [{ text: 'Which data\ndo you have?' }] },
  })
})

test('the same form sent twice is one case and one letter; other content makes another case', async () => {
  const { memory, ports } = rightsFixture()
  const first = await openCase(ports, requestForAccess)
  expect(await openCase(ports, { ...requestForAccess, text: `${requestForAccess.text}\n` })).toEqual(first)
  expect([memory.cases.size, memory.letters.length]).toEqual([1, 1])
  const changes = [{ kind: 'deletion' }, { regime: 'eu' }, { contact: null }, { text: 'All?' }] as const
  for (const change of changes) expect(await openCase(ports, { ...requestForAccess, ...change })).not.toEqual(first)
  expect(memory.cases.size).toBe(5)
})

test('a text needs 1 to 2,000 characters', async () => {
  const { ports, memory } = rightsFixture()
  for (const text of [' \n', '字'.repeat(2001)])
    expect(await openCase(ports, { ...requestForAccess, text })).toEqual(fail('text-invalid'))
  expect(memory.cases.size).toBe(0)
  expect(await openCase(ports, { ...requestForAccess, text: '字'.repeat(2000) })).toMatchObject({ ok: true })
})
