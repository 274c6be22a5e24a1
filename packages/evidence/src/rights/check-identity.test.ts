import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { checkIdentity } from './check-identity.ts'
import { CODE_VALID_MS } from './mailed-code.ts'
import { sendCode } from './send-code.ts'

const outcome = fail('code-wrong')

async function openedCase() {
  const fixture = rightsFixture()
  const { id, caseCode } = await fixture.open()
  const check = (mailedCode: string) => checkIdentity(fixture.ports, { caseCode, mailedCode })
  const digits = fixture.digitsOf(id)
  const wrongDigits = digits === '00000000' ? '00000001' : '00000000'
  return { ...fixture, id, caseCode, check, digits, wrongDigits }
}

test('the mailed code, in any spelling, confirms the address once, on the day of the organization', async () => {
  const { clock, ports, check, caseCode, digitsOf, id, caseOf } = await openedCase()
  clock.set('2026-03-02T16:00:00Z')
  await sendCode(ports, { caseCode })
  const digits = digitsOf(id)
  expect(await check(` ${digits.slice(0, 4)}-${digits.slice(4)} `)).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ status: 'identity-checked', identityCheckedOn: '2026-03-03' })
  expect(await check(digits)).toEqual(outcome)
})

test('a wrong code, no code and an unknown case give the same fault', async () => {
  const { ports, check, digits, wrongDigits, open, digitsOf } = await openedCase()
  const other = await open()
  for (const typed of ['', 'code', wrongDigits, digitsOf(other.id)]) expect(await check(typed)).toEqual(outcome)
  expect(await checkIdentity(ports, { caseCode: 'nonsense', mailedCode: digits })).toEqual(outcome)
  const anonymous = await open({ contact: null })
  expect(await checkIdentity(ports, { caseCode: anonymous.caseCode, mailedCode: '' })).toEqual(outcome)
})

test('a code allows 5 attempts, the right one included', async () => {
  for (const [wrongAttempts, result] of [
    [4, ok(null)],
    [5, outcome],
  ] as const) {
    const { check, digits, wrongDigits } = await openedCase()
    const attempts = Array.from({ length: wrongAttempts }, () => check(wrongDigits))
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => outcome))
    expect(await check(digits)).toEqual(result)
  }
})

test('a code is valid for less than 30 minutes', async () => {
  for (const [after, result] of [
    [CODE_VALID_MS - 1, ok(null)],
    [CODE_VALID_MS, outcome],
  ] as const) {
    const { clock, check, digits } = await openedCase()
    clock.passMilliseconds(after)
    expect(await check(digits)).toEqual(result)
  }
})

test('a new code ends the previous one and has attempts of its own', async () => {
  const { ports, check, caseCode, digits, wrongDigits, digitsOf, id } = await openedCase()
  for (let attempt = 1; attempt <= 5; attempt += 1) await check(wrongDigits)
  expect(await sendCode(ports, { caseCode })).toEqual(ok({ limited: false }))
  expect(digitsOf(id)).not.toBe(digits)
  expect(await check(digits)).toEqual(outcome)
  expect(await check(digitsOf(id))).toEqual(ok(null))
})
