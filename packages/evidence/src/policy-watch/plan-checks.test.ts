import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { POLICY, policyWatchFixture, responseWith, website } from '../testing/policy-watch-fixture.ts'
import { planDailyChecks, planSurfaceCheck } from './plan-checks.ts'

const chinese = { ...website, language: 'zh-CN', url: 'https://x.example/zh' }
const app = { ...website, surfaceId: 'app', url: null }
const desk = { ...website, surfaceId: 'desk', comparable: false }

test('every page with an address and a text to compare with is queued', async () => {
  const { memory, ports } = policyWatchFixture()
  memory.pages = [website, chinese, app, desk]
  expect(await planDailyChecks(ports)).toBe(2)
  expect([...memory.queue.values()].map(({ surfaceId, language }) => [surfaceId, language])).toEqual([
    ['web', 'en'],
    ['web', 'zh-CN'],
  ])
})

test('a page is checked once on each day of the organization, whatever the result', async () => {
  const { memory, ports, clock, check } = policyWatchFixture()
  await planDailyChecks(ports)
  await check(async () => responseWith('<p>Out of order</p>'))
  clock.set('2026-03-02T15:59:59Z')
  expect(await planDailyChecks(ports)).toBe(0)
  clock.set('2026-03-02T16:00:00Z')
  expect(await planDailyChecks(ports)).toBe(1)
  expect(memory.queue.size).toBe(1)
})

test('a page that still waits is queued once and keeps its place', async () => {
  const { memory, ports, clock } = policyWatchFixture()
  const queuedAt = clock.now()
  await planDailyChecks(ports)
  clock.passDays(1)
  expect(await planDailyChecks(ports)).toBe(1)
  expect([...memory.queue.values()]).toMatchObject([{ queuedAt }])
})

test('an officer may check a surface again on the same day, in every language that can be checked', async () => {
  const { memory, ports, approve, check } = policyWatchFixture()
  memory.pages = [website, chinese, { ...website, language: 'fr', url: null }, app, desk]
  approve('6', POLICY)
  await planDailyChecks(ports)
  for (const _ of [website, chinese]) await check(async () => responseWith(POLICY))
  expect(await planSurfaceCheck(ports, { surfaceId: 'web' })).toEqual(ok({ pages: 2 }))
  expect([...memory.queue.values()].map(({ language }) => language)).toEqual(['en', 'zh-CN'])
})

test('a surface that is unknown or has no page to fetch is not queued', async () => {
  const { memory, ports } = policyWatchFixture()
  memory.pages = [website, app, desk]
  expect(await planSurfaceCheck(ports, { surfaceId: 'other' })).toEqual(fail('surface-unknown'))
  for (const surfaceId of ['app', 'desk'])
    expect(await planSurfaceCheck(ports, { surfaceId })).toEqual(fail('nothing-to-fetch'))
  expect(memory.queue.size).toBe(0)
})
