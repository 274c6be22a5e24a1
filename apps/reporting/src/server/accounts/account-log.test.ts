import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

interface Entry {
  readonly deed: string
  readonly by: string | null
  readonly about: string | null
  readonly role: string | null
}

test('the account log says who did what to which account, newest first', async () => {
  const app = await openApp()
  const { cookie, person: officer } = await app.join('officer')
  const { person: changed } = await app.join('executive')
  const { person: removed } = await app.join('procurement')
  const act = async (path: string, json: object) => {
    app.pass(1)
    expect((await app.post(`/trpc/${path}`, { json }, { cookie })).status, path).toBe(200)
  }
  await act('people.invite', { email: 'new@x.example', role: 'auditor', locale: 'en' })
  await act('people.changeRole', { id: changed.id, role: 'customer-service' })
  await act('people.changeRole', { id: changed.id, role: 'case-handler' })
  await act('secondFactor.require', { role: 'auditor', required: true })
  await act('people.revoke', { id: removed.id })
  const log: Entry[] = (await (await app.send('/trpc/people.log', { headers: { cookie } })).json()).result.data.json
  expect(log.slice(0, 5).map(({ deed, by, about, role }) => [deed, by, about, role])).toEqual([
    ['removed', officer.name, removed.name, 'procurement'],
    ['factor-required', officer.name, null, 'auditor'],
    ['role-proposed', officer.name, changed.name, 'case-handler'],
    ['role-changed', null, changed.name, 'customer-service'],
    ['invited', officer.name, 'new@x.example', 'auditor'],
  ])
  expect(log.filter(({ deed }) => deed === 'joined').map(({ about }) => about)).toContain(officer.name)
})
