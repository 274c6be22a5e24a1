import { systemIds } from '@wayproof/kernel/system'
import { expect, it } from 'vitest'
import { tellOfBounces } from '../src/calendar/calendar.ts'
import { addPerson, openCompany, setClock } from './company.ts'

const HOUR = 3_600_000

it('asks officers once about each user whose letters do not arrive, until one does or the user is removed', async () => {
  const clock = setClock('2026-01-15T08:00:00+08:00')
  const company = await openCompany(clock)
  const { store } = company
  await addPerson(company, 'officer', 'en')
  const executive = await addPerson(company, 'executive', 'en')
  const owner = await addPerson(company, 'procurement', 'zh-CN')
  const users = await store.people.list()
  const userOf = (email: string) => {
    const user = users.find((candidate) => candidate.email === email)
    if (!user) throw new Error(`${email} has no account`)
    return user
  }
  /** Posts a letter to each and has the mail server respond. */
  const mail = async (emails: readonly string[], shouldRefuse: boolean) => {
    clock.set(clock.now() + HOUR)
    const letter = { kind: 'mail-server-test', locale: 'en', data: { opening: null } } as const
    await store.outbox.post(
      emails.map((email) => ({
        letter,
        recipient: { kind: 'user', id: userOf(email).id },
        dedupeKey: systemIds.next(),
      })),
      clock.now(),
    )
    for (const claimed of await store.outbox.claim(50, clock.now(), clock.now() + HOUR)) {
      const isRefused = shouldRefuse && emails.includes(claimed.to)
      if (isRefused) await store.outbox.markFailed(claimed, '550 no such user', clock.now())
      else await store.outbox.markSent(claimed, '250 ok', clock.now())
    }
    await tellOfBounces({ store, clock })
  }
  const askedAbout = async () =>
    (await store.questions.open()).map(({ kind, data }) => (kind === 'letters-bounce' ? data.name : kind)).toSorted()

  await mail([executive, owner], true)
  expect(await askedAbout()).toEqual(['executive', 'procurement'])
  await mail([executive, owner], true)
  expect(await askedAbout()).toEqual(['executive', 'procurement'])
  expect(await company.database.rows(`SELECT id FROM letter WHERE kind = 'officer-question'`)).toHaveLength(2)
  const [question] = (await store.questions.open()).filter(
    ({ data }) => 'userId' in data && data.userId === userOf(owner).id,
  )
  expect(question).toMatchObject({ data: { name: 'procurement', state: 'failed', reply: '550 no such user' } })
  await mail([executive], false)
  expect(await askedAbout()).toEqual(['procurement'])
  await store.people.revoke({ id: userOf(owner).id, by: { id: 'o', name: 'Lin' } }, clock.now())
  await tellOfBounces({ store, clock })
  expect(await askedAbout()).toEqual([])
})
