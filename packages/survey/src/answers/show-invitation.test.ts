import { expect, test } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { saveDraft } from './save-draft.ts'
import { showInvitation } from './show-invitation.ts'

async function surveyPage() {
  const fixture = await openedFixture()
  const show = (token: string) => showInvitation(fixture.ports, { token })
  const faultOf = async (token: string) => {
    const outcome = await show(token)
    return outcome.ok ? null : outcome.fault.code
  }
  return { fixture, show, faultOf }
}

test('a link shows the questionnaire, the closing time and the smallest group, and no draft at first', async () => {
  const { fixture, show } = await surveyPage()
  const [token = ''] = surveyLinks(fixture)
  expect(await show(token)).toMatchObject({
    ok: true,
    value: {
      wave: { period: '2026-H1', closesAt: Date.parse('2026-07-31T16:00:00Z'), smallestGroup: 5 },
      questionnaire: { id: 'traveler-privacy-satisfaction' },
      draft: null,
    },
  })
})

test('the page is in the language of the letter that contained the link', async () => {
  const { fixture, show } = await surveyPage()
  for (const locale of ['en', 'zh-CN'] as const) {
    const [token = ''] = surveyLinks(fixture, locale)
    expect(await show(token)).toMatchObject({ value: { locale } })
  }
})

test('opening a link changes nothing, because mail scanners open links', async () => {
  const { fixture, show } = await surveyPage()
  const before = structuredClone(fixture.memory)
  for (const token of surveyLinks(fixture)) await show(token)
  expect(fixture.memory).toEqual(before)
})

test('a link shows only the draft that was saved under its own invitation', async () => {
  const { fixture, show } = await surveyPage()
  const [mine = '', other = ''] = surveyLinks(fixture)
  await saveDraft(fixture.ports, { token: mine, fields: { trust: '3' } })
  expect(await show(mine)).toMatchObject({ value: { draft: { values: { trust: '3' } } } })
  expect(await show(other)).toMatchObject({ value: { draft: null } })
})

test('a draft that cannot be decrypted is left out, and the questionnaire is shown all the same', async () => {
  const { fixture, show } = await surveyPage()
  for (const invitation of fixture.memory.invitations.values()) invitation.draft = new Uint8Array(64).fill(1)
  const [token = ''] = surveyLinks(fixture)
  expect(await show(token)).toMatchObject({ ok: true, value: { draft: null } })
})

test('a link that cannot be answered says why: unknown, used, expired, or the wave is closed', async () => {
  const { fixture, faultOf } = await surveyPage()
  const [mine = '', used = ''] = surveyLinks(fixture)
  const nobody = linkToken(fixture.ports.keyring, {
    invitationId: fixture.ports.ids.next(),
    generation: 0,
    locale: 'en',
  })
  expect([await faultOf('nonsense'), await faultOf(nobody)]).toEqual(['link-unknown', 'link-unknown'])
  await answerLink(fixture, used)
  expect(await faultOf(used)).toBe('link-used')
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await faultOf(mine)).toBe('link-expired')
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await faultOf(mine)).toBe('wave-closed')
})

test('a link of an earlier generation has expired', async () => {
  const { fixture, faultOf } = await surveyPage()
  const [old = ''] = surveyLinks(fixture)
  for (const invitation of fixture.memory.invitations.values()) invitation.generation = 1
  expect(await faultOf(old)).toBe('link-expired')
})
