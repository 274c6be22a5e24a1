import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { POLICY, policyWatchFixture, responseWith } from '../testing/policy-watch-fixture.ts'
import { type AddPolicyText, addPolicyText, LONGEST_POLICY } from './add-text.ts'
import { planDailyChecks } from './plan-checks.ts'

function desk() {
  const fixture = policyWatchFixture()
  const add = (change: Partial<AddPolicyText> = {}) =>
    addPolicyText(fixture.ports, { version: '6', language: 'en', text: POLICY, by: 'Lin', ...change })
  return { ...fixture, add }
}

test('an approved text is stored with its author and moment', async () => {
  const { memory, clock, add } = desk()
  expect(await add()).toEqual(ok(null))
  expect(memory.texts).toEqual([{ version: '6', language: 'en', text: POLICY, by: 'Lin', at: clock.now() }])
})

test('a text belongs to a known version and has a language tag', async () => {
  const { memory, add } = desk()
  expect(await add({ version: '9' })).toEqual(fail('version-unknown'))
  for (const language of ['', 'en_US', 'english language'])
    expect(await add({ language })).toEqual(fail('language-unknown'))
  expect(memory.texts).toEqual([])
})

test('a text has at least 100 letters, not counting spaces and punctuation, and at most 200,000 characters', async () => {
  const { add } = desk()
  expect(await add({ text: `${'a'.repeat(99)}${' — '.repeat(500)}` })).toEqual(fail('text-too-short'))
  expect(await add({ text: 'a'.repeat(LONGEST_POLICY + 1) })).toEqual(fail('text-too-long'))
  expect([await add({ text: 'a'.repeat(100) }), await add({ text: 'a'.repeat(LONGEST_POLICY) })]).toEqual([
    ok(null),
    ok(null),
  ])
})

test('a text is replaced until a page was found to show it; after that a change needs a new version', async () => {
  const { memory, ports, check, add } = desk()
  await add({ text: `${POLICY} Typo.` })
  expect(await add()).toEqual(ok(null))
  await planDailyChecks(ports)
  expect(await check(async () => responseWith(POLICY))).toMatchObject({ outcome: 'found' })
  expect(await add({ text: `${POLICY} And we sell it.` })).toEqual(fail('text-proven'))
  expect(memory.texts.map(({ text }) => text)).toEqual([POLICY])
  // The unchanged text may be sent again, and the next version is free.
  expect([await add(), await add({ version: '7', text: `${POLICY} And more.` })]).toEqual([ok(null), ok(null)])
})
