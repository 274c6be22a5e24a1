import { fail } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { failedResponse, policyWatchFixture, website } from '../testing/policy-watch-fixture.ts'
import { listDifference, listPolicyPages } from './list-pages.ts'
import { planDailyChecks } from './plan-checks.ts'

const look = { checkedOn: '2026-02-01', version: '6', accepted: true }

test('a page that can be fetched is checked next today, or tomorrow once it was checked today', async () => {
  const { ports, check, clock } = policyWatchFixture()
  clock.set('2026-03-02T16:00:00Z')
  expect(await listPolicyPages(ports)).toMatchObject([{ nextOn: '2026-03-04', waiting: false }])
  await planDailyChecks(ports)
  await check(async () => failedResponse({ fault: 'timed-out' }))
  expect(await listPolicyPages(ports)).toMatchObject([{ nextOn: '2026-03-04', proof: { checkedOn: '2026-03-03' } }])
  clock.passDays(5)
  expect(await listPolicyPages(ports)).toMatchObject([{ nextOn: '2026-03-08' }])
})

test('a page without an address or a text to compare with is checked by a person', async () => {
  const { memory, ports } = policyWatchFixture()
  memory.pages = [
    { ...website, url: null, look },
    { ...website, comparable: false },
  ]
  expect(await listPolicyPages(ports)).toMatchObject([
    { nextOn: null, status: 'in-order', manual: { because: 'no-address', by: '2026-03-03' } },
    { nextOn: null, status: 'never-seen', manual: { because: 'no-text', by: '2026-03-02' } },
  ])
})

test('the pages of an earlier day have the status of that day and no check to come', async () => {
  const { memory, ports, clock } = policyWatchFixture()
  memory.pages = [{ ...website, look }]
  clock.set('2026-06-01T16:00:00Z')
  expect(await listPolicyPages(ports)).toMatchObject([{ status: 'stale' }])
  expect(await listPolicyPages(ports, { asOf: '2026-02-20' })).toMatchObject([
    { status: 'in-order', manual: null, nextOn: null, waiting: false },
  ])
})

test('a check counts for 30 days, the last one included', async () => {
  const { memory, ports, clock } = policyWatchFixture()
  memory.pages = [{ ...website, look }]
  clock.set('2026-03-03T15:59:59Z')
  expect(await listPolicyPages(ports)).toMatchObject([{ status: 'in-order' }])
  clock.set('2026-03-03T16:00:00Z')
  expect(await listPolicyPages(ports)).toMatchObject([{ status: 'stale' }])
})

test('two versions are compared line by line if both have a text in the language', async () => {
  const { ports, approve } = policyWatchFixture()
  approve('6', 'We keep names.\nWe sell nothing.')
  approve('7', 'We keep names.\nWe share nothing.')
  const versions = { language: 'en', before: '6', after: '7' }
  expect(await listDifference(ports, versions)).toMatchObject({
    value: [
      { kind: 'same', text: 'We keep names.' },
      { kind: 'removed', text: 'We sell nothing.' },
      { kind: 'added', text: 'We share nothing.' },
    ],
  })
  for (const change of [{ language: 'fr' }, { before: '5' }, { after: '8' }])
    expect(await listDifference(ports, { ...versions, ...change })).toEqual(fail('policy-text-unknown'))
})
