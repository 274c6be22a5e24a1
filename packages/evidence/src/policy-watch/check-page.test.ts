import { expect, test } from 'vitest'
import { failedResponse, POLICY, policyWatchFixture, responseWith } from '../testing/policy-watch-fixture.ts'
import { planDailyChecks } from './plan-checks.ts'
import type { Fetched } from './ports.ts'

async function watchedWebsite() {
  const fixture = policyWatchFixture()
  fixture.approve('6', POLICY)
  await planDailyChecks(fixture.ports)
  return fixture
}

test('nothing is fetched while no page waits', async () => {
  const { check } = policyWatchFixture()
  expect(await check(() => Promise.reject(new Error('must not be fetched')))).toBeNull()
})

test('a page that shows the approved text is proven with its version, bytes and day of the organization', async () => {
  const { memory, clock, check } = await watchedWebsite()
  clock.set('2026-03-02T15:59:59Z')
  const response = responseWith(`<p>${POLICY}</p>`)
  const asked: string[][] = []
  const checked = await check(async (...request) => {
    asked.push(request)
    return response
  })
  expect(asked).toEqual([['https://x.example/', 'en']])
  expect(checked).toMatchObject({ surfaceId: 'web', language: 'en', outcome: 'found' })
  expect(memory.proofs).toEqual([
    {
      ...{ id: 'proof-1', surfaceId: 'web', language: 'en', url: 'https://x.example/', at: clock.now() },
      ...{ checkedOn: '2026-03-02', outcome: 'found', connectedTo: '1.1.1.1', status: 200, contentType: 'text/html' },
      ...{ redirectedTo: null, size: response.page?.bytes.length, digest: response.page?.digest },
      ...{ version: '6', nearest: null },
    },
  ])
  expect([...memory.files.values()]).toEqual([response.page?.bytes])
  expect(memory.queue.size).toBe(0)
})

test('a page with another text is proven with the nearest version', async () => {
  const { memory, check } = await watchedWebsite()
  await check(async () => responseWith(`<p>${POLICY}</p><p>We sell your name and your telephone number to anyone.</p>`))
  expect(memory.proofs).toMatchObject([{ outcome: 'other-text', version: null, nearest: { version: '6' } }])
})

test('a page that cannot be fetched is proven with the reason and without bytes', async () => {
  const responses: [Partial<Fetched>, string][] = [
    [{ fault: 'redirected', status: 302, redirectedTo: 'https://y.example/' }, 'redirected'],
    [{ fault: 'timed-out', connectedTo: '1.1.1.1' }, 'timed-out'],
    [{}, 'unreachable'],
  ]
  for (const [response, outcome] of responses) {
    const { memory, check } = await watchedWebsite()
    expect(await check(async () => failedResponse(response))).toMatchObject({ outcome })
    const { fault: _, ...shown } = response
    expect(memory.proofs).toMatchObject([{ outcome, ...shown, size: null, digest: null, version: null, nearest: null }])
    expect([memory.files.size, memory.queue.size]).toEqual([0, 0])
  }
})

test('the text of the next version counts as soon as the version is approved', async () => {
  const { memory, approve, check } = await watchedWebsite()
  const next = `${POLICY} Since this year we also ask for your consent before we share anything.`
  approve('7', next)
  await check(async () => responseWith(next))
  expect(memory.proofs).toMatchObject([{ outcome: 'found', version: '7' }])
})

test('a scheduler that is slower than its lease does not overwrite the proof of another', async () => {
  const { memory, clock, check } = await watchedWebsite()
  await check(async () => {
    clock.passMilliseconds(60_001)
    await check(async () => responseWith(POLICY))
    return failedResponse({ fault: 'timed-out' })
  })
  expect(memory.proofs).toMatchObject([{ outcome: 'found' }])
})

test('a page is not fetched twice within the lease', async () => {
  const { memory, clock, check } = await watchedWebsite()
  await check(async () => {
    clock.passMilliseconds(60_000)
    expect(await check(() => Promise.reject(new Error('must not be fetched')))).toBeNull()
    return responseWith(POLICY)
  })
  expect(memory.proofs).toHaveLength(1)
})
