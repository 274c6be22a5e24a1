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
  const { person: changedPerson } = await app.join('executive')
  const { person: removedPerson } = await app.join('procurement')
  const perform = async (path: string, json: object) => {
    app.pass(1)
    expect((await app.post(`/trpc/${path}`, { json }, { cookie })).status, path).toBe(200)
  }
  await perform('people.invite', { email: 'new@x.example', role: 'auditor', locale: 'en' })
  await perform('people.changeRole', { id: changedPerson.id, role: 'customer-service' })
  await perform('people.changeRole', { id: changedPerson.id, role: 'case-handler' })
  await perform('secondFactor.require', { role: 'auditor', required: true })
  await perform('people.revoke', { id: removedPerson.id })
  const log: Entry[] = (await (await app.send('/trpc/people.log', { headers: { cookie } })).json()).result.data.json
  expect(log.slice(0, 5).map(({ deed, by, about, role }) => [deed, by, about, role])).toEqual([
    ['removed', officer.name, removedPerson.name, 'procurement'],
    ['factor-required', officer.name, null, 'auditor'],
    ['role-proposed', officer.name, changedPerson.name, 'case-handler'],
    ['role-changed', null, changedPerson.name, 'customer-service'],
    ['invited', officer.name, 'new@x.example', 'auditor'],
  ])
  expect(log.filter(({ deed }) => deed === 'joined').map(({ about }) => about)).toContain(officer.name)
})
