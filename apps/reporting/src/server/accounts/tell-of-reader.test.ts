import type { UserRole } from '@wayproof/accounts/accounts/person'
import { userInvitationToken } from '@wayproof/letters/letter/account-link'
import { expect, test } from 'vitest'
import { PASSWORD } from '../testing/open-app.ts'
import { openProviderApp } from '../testing/provider-app.ts'
import { openTwoPersonApp } from '../testing/two-person-acts.ts'

type TestApp = Pick<Awaited<ReturnType<typeof openTwoPersonApp>>, 'services'>

/** Readers and addressees of the letters that nobody has claimed yet. */
async function told({ services: { store, clock } }: TestApp) {
  const letters = await store.outbox.claim(500, clock.now(), clock.now() + 60_000)
  return letters.flatMap(({ to, letter }) =>
    letter.kind === 'reader-added' ? [`${to}: ${letter.data.name}, ${letter.data.role}`] : [],
  )
}

async function accept(testApp: Awaited<ReturnType<typeof openTwoPersonApp>>, role: UserRole, email: string) {
  const { services, callerAs, first, post } = testApp
  await callerAs(first).people.invite({ email, role, locale: 'en' })
  const open = await services.store.people.invitations(services.clock.now())
  const id = open.find((invitation) => invitation.email === email)?.id ?? ''
  const token = userInvitationToken(services.keyring, id)
  const json = { token, name: 'Mei', password: PASSWORD, locale: 'en' }
  expect((await post('/trpc/people.accept', { json })).status).toBe(200)
}

test('a new reader of figures is told, and so is each officer', async () => {
  const testApp = await openTwoPersonApp()
  await testApp.join('officer', 'second@x.example')
  await testApp.join('auditor', 'auditor@x.example')
  await accept(testApp, 'executive', 'mei@x.example')
  expect((await told(testApp)).toSorted()).toEqual(
    ['lin.an@gmail.com', 'mei@x.example', 'second@x.example'].map((to) => `${to}: Mei, executive`),
  )
})

test('an administrator reads no figures: nobody is told before the role changes', async () => {
  const testApp = await openTwoPersonApp()
  await accept(testApp, 'administrator', 'mei@x.example')
  expect(await told(testApp)).toEqual([])
  const { services, callerAs, first } = testApp
  const mei = (await services.store.people.list()).find(({ email }) => email === 'mei@x.example')
  await callerAs(first).people.changeRole({ id: mei?.id ?? '', role: 'procurement' })
  expect((await told(testApp)).toSorted()).toEqual(
    ['lin.an@gmail.com', 'mei@x.example'].map((to) => `${to}: Mei, procurement`),
  )
  testApp.pass(1)
  await callerAs(first).people.changeRole({ id: mei?.id ?? '', role: 'customer-service' })
  expect(await told(testApp)).toEqual([])
})

test('officers are told of a reader who came from the sign-in provider', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei')
  await testApp.enter('mei')
  const lines = await told(testApp)
  expect(lines).toHaveLength(2)
  expect(lines.some((line) => line.startsWith('officer@x.example: '))).toBe(true)
})
