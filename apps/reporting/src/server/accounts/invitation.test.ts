import { userInvitationToken } from '@wayproof/letters/letter/account-link'
import { expect, test } from 'vitest'
import { cookieOf, ORIGIN, openApp, PASSWORD } from '../testing/open-app.ts'
import { inviteFirstOfficer } from './invite-first-officer.ts'

const tokenIn = (link: string | null) => link?.replace(`${ORIGIN}/invitation/`, '') ?? ''

async function openPeople() {
  const opened = await openApp()
  const { post, send, services } = opened
  const fault = async (answer: Response) => (await answer.json()).error?.json.data.faultCode ?? null
  const first = { name: '李 明', email: 'Li@X.example ', password: PASSWORD, locale: 'zh-CN' }
  return {
    ...opened,
    firstLink: async () => tokenIn(await inviteFirstOfficer(services)),
    accept: (token: string, fields: object = {}) =>
      post('/trpc/people.accept', { json: { ...first, token, ...fields } }),
    read: (token: string) =>
      send(`/trpc/people.invitation?input=${encodeURIComponent(JSON.stringify({ json: { token } }))}`),
    fault,
  }
}

test('the first officer signs up with the link once, and is then signed in', async () => {
  const { firstLink, accept, read, fault, send, services } = await openPeople()
  const token = await firstLink()
  expect((await (await read(token)).json()).result.data.json).toEqual({ role: 'officer', email: null, locale: 'zh-CN' })
  const accepted = await accept(token)
  expect(accepted.status).toBe(200)
  const session = await send('/trpc/session.me', { headers: { cookie: cookieOf(accepted) } })
  expect((await session.json()).result.data.json.user).toMatchObject({
    name: '李 明',
    email: 'li@x.example',
    role: 'officer',
    locale: 'zh-CN',
  })
  expect(await fault(await accept(token, { email: 'other@x.example' }))).toBe('invitation-used')
  expect(await fault(await read(token))).toBe('invitation-used')
  expect(await firstLink()).toBe('')
  // Nobody else is there who had to hear of the new account.
  expect(await services.store.outbox.claim(10, services.clock.now(), services.clock.now() + 60_000)).toEqual([])
})

test('a caller who is not signed in learns whether any account exists', async () => {
  const { firstLink, accept, send } = await openPeople()
  const isEmpty = async (cookie = '') =>
    (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.empty
  expect(await isEmpty()).toBe(true)
  const accepted = await accept(await firstLink())
  expect([await isEmpty(), await isEmpty(cookieOf(accepted))]).toEqual([false, false])
})

test('if many people use a link at the same time, one gets in', async () => {
  const { firstLink, accept, services } = await openPeople()
  const token = await firstLink()
  const responses = await Promise.all(
    Array.from({ length: 8 }, (_, n) => accept(token, { email: `officer${n}@x.example` })),
  )
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await services.store.people.list()).toHaveLength(1)
})

test('until someone has signed up, every start creates a new link and ends the previous one', async () => {
  const { firstLink, accept, fault } = await openPeople()
  const [oldLink, latest] = [await firstLink(), await firstLink()]
  expect(await fault(await accept(oldLink))).toBe('invitation-unknown')
  expect((await accept(latest)).status).toBe(200)
})

test('the first link expires after three days', async () => {
  const { firstLink, accept, fault, pass } = await openPeople()
  const token = await firstLink()
  pass(72 * 60)
  expect(await fault(await accept(token))).toBe('invitation-expired')
})

test('an invented or truncated link, or one of another kind, opens nothing', async () => {
  const { firstLink, read, fault, services } = await openPeople()
  const token = await firstLink()
  const otherToken = userInvitationToken(services.keyring, services.ids.next())
  for (const invalidToken of ['', 'x', token.slice(0, -1), `${token}A`, token.toUpperCase(), otherToken]) {
    expect([invalidToken, await fault(await read(invalidToken))]).toEqual([invalidToken, 'invitation-unknown'])
  }
})

test('an officer invites by email; the person gets the role and address of the invitation, whatever they send', async () => {
  const { join, post, accept, services, send } = await openPeople()
  const { cookie } = await join('officer')
  const inviting = { json: { email: 'Wang@x.example', role: 'executive', locale: 'zh-CN' } }
  expect((await post('/trpc/people.invite', inviting, { cookie })).status).toBe(200)
  const [letter] = await services.store.outbox.claim(10, services.clock.now(), services.clock.now() + 1)
  expect(letter).toMatchObject({
    to: 'wang@x.example',
    letter: { kind: 'user-invitation', locale: 'zh-CN', data: { role: 'executive' } },
  })
  const [open] = await services.store.people.invitations(services.clock.now())
  expect(letter?.letter.data).toMatchObject({ until: { at: open?.expiresAt, timeZone: services.timeZone } })
  const token = userInvitationToken(services.keyring, open?.id ?? '')
  expect((await accept(token, { role: 'officer' })).status).toBe(400)
  const accepted = await accept(token, { email: 'evil@x.example' })
  const session = await send('/trpc/session.me', { headers: { cookie: cookieOf(accepted) } })
  expect((await session.json()).result.data.json.user).toMatchObject({ email: 'wang@x.example', role: 'executive' })
})

test('an open invitation is replaced, and its link ended, only if the caller names it; existing users cannot be invited', async () => {
  const { join, post, accept, services, fault } = await openPeople()
  const { cookie } = await join('officer')
  const invite = (email: string, fields: object = {}) =>
    post('/trpc/people.invite', { json: { email, role: 'executive', locale: 'en', ...fields } }, { cookie })
  await invite('wang@x.example')
  const [oldInvitation] = await services.store.people.invitations(services.clock.now())
  expect(await fault(await invite('Wang@x.example', { role: 'case-handler' }))).toBe('already-invited')
  expect(await services.store.people.invitations(services.clock.now())).toMatchObject([
    { id: oldInvitation?.id, role: 'executive' },
  ])
  await invite('wang@x.example', { replaces: oldInvitation?.id })
  expect(await fault(await accept(userInvitationToken(services.keyring, oldInvitation?.id ?? '')))).toBe(
    'invitation-unknown',
  )
  expect(await fault(await invite('officer@x.example'))).toBe('email-taken')
})

test('a short password is refused', async () => {
  const { firstLink, accept } = await openPeople()
  const answer = await accept(await firstLink(), { password: 'elevenchars' })
  expect((await answer.json()).error.json.data).toMatchObject({
    faultCode: 'input-invalid',
    figures: { field: 'password' },
  })
})
