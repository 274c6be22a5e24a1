import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { extendTerm } from './extend-term.ts'
import { showCase, showOwnCase } from './show-case.ts'

const unknown = fail('case-unknown')

test('a person reads the own case with its code, in any spelling, and with no other', async () => {
  const { ports, open } = rightsFixture()
  const { caseCode } = await open()
  for (const typed of [caseCode, caseCode.toLowerCase().replaceAll('-', ' ')])
    expect(await showOwnCase(ports, { caseCode: typed })).toMatchObject({ value: { contact: 'ann@mail.example' } })
  for (const typed of ['', 'nonsense', caseCode.slice(1)])
    expect(await showOwnCase(ports, { caseCode: typed })).toEqual(unknown)
  expect(await showCase(ports, { id: 'case-9' })).toEqual(unknown)
})

test('the officer sees to which day the term can be extended now', async () => {
  const { ports, clock, open, openConfirmed } = rightsFixture()
  const extendableTo = async (id: string) => {
    const outcome = await showCase(ports, { id })
    return outcome.ok ? outcome.value.extendableTo : 'unknown'
  }
  const { id } = await openConfirmed({ regime: 'eu' })
  expect(await extendableTo(id)).toBe('2026-06-02')
  // Nothing may be mailed to an unconfirmed address, so no extension either.
  expect(await extendableTo((await open({ regime: 'eu' })).id)).toBeNull()
  expect(await extendableTo((await openConfirmed({ regime: 'china' })).id)).toBeNull()
  const late = await openConfirmed({ regime: 'eu' })
  await extendTerm(ports, { id, reason: 'Three systems.' })
  expect(await extendableTo(id)).toBeNull()
  clock.set('2026-04-02T16:00:00Z')
  expect(await extendableTo(late.id)).toBeNull()
})

test('a case whose texts were deleted shows its facts only, and its code opens nothing', async () => {
  const { memory, ports, open } = rightsFixture()
  const { id, caseCode } = await open()
  const memoryCase = memory.cases.get(id)
  if (memoryCase) memory.cases.set(id, { ...memoryCase, codeHash: null, contactSealed: null, messages: [] })
  expect(await showCase(ports, { id })).toMatchObject({
    value: { case: { receivedOn: '2026-03-02', anonymous: false }, contact: null, messages: [], changes: [] },
  })
  expect(await showOwnCase(ports, { caseCode })).toEqual(unknown)
})
