import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { expect, test } from 'vitest'
import { makeApiKey } from '../settings/api-key-router.ts'
import { openApp } from '../testing/open-app.ts'

async function openApi(scopes: readonly ApiScope[]) {
  const opened = await openApp()
  const { person } = await opened.join('officer')
  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }
  await opened.services.store.organisation.save({
    ...organisation,
    programmeStart: '2025-01-01',
    baselineYear: null,
  })
  const key = await makeApiKey(opened.services, { name: 'Board portal', scopes, actor: { ...person, name: 'officer' } })
  if (!key.ok) throw new Error(key.fault.code)
  const read = (query: string, headers: Record<string, string> = {}) =>
    opened.send(`/api/v1/scorecard${query}`, {
      headers: { authorization: `Bearer ${key.value.token}`, 'accept-language': 'en', ...headers },
    })
  return { ...opened, person, read }
}

test('the scorecard of a half-year is read with its scope, in the language asked for', async () => {
  const { read, app } = await openApi(['scorecard:read'])
  const answer = await read('?period=2026-H1')
  expect([answer.status, answer.headers.get('content-language')]).toEqual([200, 'en'])
  const scorecard = await answer.json()
  expect(scorecard).toMatchObject({ period: '2026-H1', seal: null })
  expect(scorecard.goals.map(({ goal }: { goal: string }) => goal)).toEqual(GOALS)
  const chinese = await (await read('?period=2026-H1', { 'accept-language': 'zh' })).json()
  expect(chinese.goals[0].shown.name).not.toBe(scorecard.goals[0].shown.name)
  const described = await (await app.request('/api/openapi.json')).json()
  const { required, properties } = described.components.schemas.Scorecard
  expect(required.toSorted()).toEqual(Object.keys(scorecard).toSorted())
  expect(Object.keys(properties.goals.items.properties).toSorted()).toEqual(Object.keys(scorecard.goals[0]).toSorted())
})

test('any other key, period or query is refused, and a reading is recorded', async () => {
  const { read, services } = await openApi(['scorecard:read'])
  for (const query of ['', '?period=2026', '?period=2026-Q1', '?period=2027-H1', '?period=2026-H1&all=1']) {
    const answer = await read(query)
    expect([answer.status, (await answer.json()).code], query).toEqual([400, 'bad-period'])
  }
  const nobody = await read('?period=2026-H1', { authorization: 'Bearer x' })
  expect([nobody.status, (await nobody.json()).code]).toEqual([401, 'no-key'])
  const filter = { actorId: null, subject: '', from: null, to: null, hidden: [] }
  const readings = () => services.store.auditLog.search({ ...filter, act: 'read-by-key', offset: 0, limit: 50 })
  expect(await readings()).toEqual([])
  await read('?period=2026-H1')
  expect(await readings()).toMatchObject([{ subject: 'scorecard', by: 'Board portal' }])
  const other = await openApi(['partners:read'])
  const refused = await other.read('?period=2026-H1')
  expect([refused.status, (await refused.json()).code]).toEqual([403, 'not-in-scope'])
})

test.each([
  ['POST', '/api/v1/scorecard', 405, 'wrong-method', 'GET, HEAD'],
  ['PUT', '/api/v1/registers/partners/rows', 405, 'wrong-method', 'GET, HEAD, POST'],
  ['GET', '/api/v1', 404, 'address-unknown', null],
  ['GET', '/api/v1/scorecards', 404, 'address-unknown', null],
])('%s %s is answered with %i and %s', async (method, path, status, code, allowed) => {
  const { send } = await openApi(['scorecard:read'])
  const answer = await send(path, { method })
  expect([answer.status, answer.headers.get('allow')]).toEqual([status, allowed])
  expect(await answer.json()).toMatchObject({ status, code })
})
