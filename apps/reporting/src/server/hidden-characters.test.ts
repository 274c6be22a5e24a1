import { systemIds } from '@wayproof/kernel/system'
import { userInvitationToken } from '@wayproof/letters/letter/account-link'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { openApp, PASSWORD } from './testing/open-app.ts'

const period = '2026-H1'
const id = systemIds.next()
const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2026-01-01' }
const settings = { ...organisation, baselineYear: null }
const rule = { setting: 'smallest-group', value: 8, appliesFrom: '2026-H2', reason: 'r', document: 'd' }
const remedy = { period, goal: 'staff-training', note: 'n', action: 'a', effect: 'e', dueOn: '2026-12-31' }
const remedyChange = { id: 'x', seen: 0, note: 'n', action: 'a', effect: 'e', dueOn: '2026-12-31' }
const improvement = { period, owner: 'customer-service' }
const points = { basisProfiles: 1, assessedOn: '2026-05-01', backupDays: 30, personsAbroad: 0 }

/** Every name or text that a person types, each in an otherwise valid call. */
const TYPED: Readonly<Record<string, readonly [string, (text: string) => unknown]>> = {
  'the Chinese name of the organisation': ['organisation.save', (nameZh) => ({ ...settings, nameZh })],
  'the English name of the organisation': ['organisation.save', (nameEn) => ({ ...settings, nameEn })],
  'the name of a key': ['apiKey.make', (name) => ({ name, scopes: ['partners:write'] })],
  'the Chinese name of a code': ['comment.saveCode', (zh) => ({ name: { 'zh-CN': zh, en: 'x' } })],
  'the English name of a code': ['comment.saveCode', (en) => ({ name: { 'zh-CN': '一', en } })],
  'an improvement': ['improvement.choose', (en) => ({ ...improvement, text: { 'zh-CN': '一', en } })],
  'the version of the notice': ['programme.confirm', (noticeVersion) => ({ ...points, noticeVersion })],
  'the reason of a rule': ['rules.propose', (reason) => ({ ...rule, reason })],
  'the document of a rule': ['rules.propose', (document) => ({ ...rule, document })],
  'the reason of a row left out': [
    'rules.proposeRow',
    (reason) => ({
      kind: 'exclusion',
      goal: 'partner-audit',
      row: 'P1',
      appliesFrom: '2026-H2',
      document: null,
      reason,
    }),
  ],
  'the reason of a reopening': ['period.reopen', (reason) => ({ period, reason })],
  'the note of a remedy': ['period.decideRemedy', (note) => ({ ...remedy, note })],
  'the action of a remedy': ['period.decideRemedy', (action) => ({ ...remedy, action })],
  'the changed note of a remedy': ['period.changeRemedy', (note) => ({ ...remedyChange, note })],
  'an outcome': ['action.recordOutcome', (text) => ({ action: 'x', state: 'done', text, seen: null })],
  'the reason of another closing day': ['wave.proposeClose', (reason) => ({ period, closesOn: null, reason })],
  'the reason of an undone import': [
    'register.undoImport',
    (reason) => ({ register: 'partners', importId: id, reason }),
  ],
}

const HIDDEN = [
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u200b',
  '\ufeff',
  '\u2028',
]

test.each(Object.entries(TYPED))('%s contains no invisible characters', async (_, [path, call]) => {
  const { post, join } = await openApp()
  const { cookie } = await join('officer')
  for (const hiddenCharacter of HIDDEN) {
    const answer = await post(`/trpc/${path}`, { json: call(`Far${hiddenCharacter}away`) }, { cookie })
    const { data } = (await answer.json()).error.json
    expect([hiddenCharacter.codePointAt(0), answer.status, data.faultCode]).toEqual([
      hiddenCharacter.codePointAt(0),
      400,
      'hidden-characters',
    ])
  }
  const sound = await (await post(`/trpc/${path}`, { json: call('远行 Faraway') }, { cookie })).json()
  expect(['hidden-characters', 'input-invalid']).not.toContain(sound.error?.json.data.faultCode)
})

test('the name of a new user has no invisible characters, and the fault has a sentence in both languages', async () => {
  const { services, post } = await openApp()
  const invitation = { id, email: 'new@x.example', role: 'executive', locale: 'en', invitedBy: null } as const
  await services.store.people.invite({ ...invitation, createdAt: 0, expiresAt: services.clock.now() + 1_000 })
  const token = userInvitationToken(services.keyring, id)
  const account = { token, name: 'Li\u202eMing', password: PASSWORD, locale: 'en' }
  const answer = await post('/trpc/people.accept', { json: account })
  expect((await answer.json()).error.json.data).toMatchObject({
    faultCode: 'hidden-characters',
    figures: { field: 'name' },
  })
  for (const locale of ['zh-CN', 'en'] as const)
    expect(messages(locale).reporting.faults.codes['hidden-characters']).toBeTruthy()
})

test('a manual record, an import and an API call refuse them, too', async () => {
  const { send, post, join } = await openApp()
  const { cookie } = await join('officer')
  const texts = {
    id: 'P1',
    name: 'Hotel\u202eOne',
    service: 'hotel',
    processesPersonalData: 'yes',
    onboarded: '2020-01-01',
  }
  const writeInput = { register: 'partners', what: { kind: 'add', texts }, reason: 'new' }
  const byHand = await post('/trpc/registerRow.write', { json: writeInput }, { cookie })
  expect(JSON.stringify(await byHand.json())).toContain('bad-character')
  const body = `id,name,service,processesPersonalData,onboarded,offboarded\nP1,Hotel\u2067One,hotel,yes,2020-01-01,\n`
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const file = await send('/import/partners?dryRun=true&fileName=p.csv', { method: 'POST', body, headers })
  expect((await file.json()).rows).toMatchObject([{ column: 'name', code: 'bad-character' }])
  const misnamed = await send(`/import/partners?dryRun=true&fileName=${encodeURIComponent('p\u202evsc.exe')}`, {
    method: 'POST',
    body,
    headers,
  })
  expect(misnamed.status).toBe(400)
})
