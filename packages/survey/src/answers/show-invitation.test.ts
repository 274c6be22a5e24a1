import { expect, test } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import { answerLink, surveyLinks } from '../testing/memory-world.ts'
import { openedWorld } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { saveDraft } from './save-draft.ts'
import { showInvitation } from './show-invitation.ts'

async function surveyPage() {
  const world = await openedWorld()
  const show = (token: string) => showInvitation(world.ports, { token })
  const faultOf = async (token: string) => {
    const outcome = await show(token)
    return outcome.ok ? null : outcome.fault.code
  }
  return { world, show, faultOf }
}

test('a link shows the questionnaire, the closing time and the smallest group, and no draft at first', async () => {
  const { world, show } = await surveyPage()
  const [token = ''] = surveyLinks(world)
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
  const { world, show } = await surveyPage()
  for (const locale of ['en', 'zh-CN'] as const) {
    const [token = ''] = surveyLinks(world, locale)
    expect(await show(token)).toMatchObject({ value: { locale } })
  }
})

test('opening a link changes nothing, because mail scanners open links', async () => {
  const { world, show } = await surveyPage()
  const before = structuredClone(world.memory)
  for (const token of surveyLinks(world)) await show(token)
  expect(world.memory).toEqual(before)
})

test('a link shows only the draft that was saved under its own invitation', async () => {
  const { world, show } = await surveyPage()
  const [mine = '', other = ''] = surveyLinks(world)
  await saveDraft(world.ports, { token: mine, fields: { trust: '3' } })
  expect(await show(mine)).toMatchObject({ value: { draft: { values: { trust: '3' } } } })
  expect(await show(other)).toMatchObject({ value: { draft: null } })
})

test('a draft that cannot be decrypted is left out, and the questionnaire is shown all the same', async () => {
  const { world, show } = await surveyPage()
  for (const invitation of world.memory.invitations.values()) invitation.draft = new Uint8Array(64).fill(1)
  const [token = ''] = surveyLinks(world)
  expect(await show(token)).toMatchObject({ ok: true, value: { draft: null } })
})

test('a link that cannot be answered says why: unknown, used, expired, or the wave is closed', async () => {
  const { world, faultOf } = await surveyPage()
  const [mine = '', used = ''] = surveyLinks(world)
  const nobody = linkToken(world.ports.keyring, { invitationId: world.ports.ids.next(), generation: 0, locale: 'en' })
  expect([await faultOf('nonsense'), await faultOf(nobody)]).toEqual(['link-unknown', 'link-unknown'])
  await answerLink(world, used)
  expect(await faultOf(used)).toBe('link-used')
  world.setNow('2026-07-31T16:00:00Z')
  expect(await faultOf(mine)).toBe('link-expired')
  await closeWave(world.ports, { period: '2026-H1' })
  expect(await faultOf(mine)).toBe('wave-closed')
})

test('a link of an earlier generation has expired', async () => {
  const { world, faultOf } = await surveyPage()
  const [old = ''] = surveyLinks(world)
  for (const invitation of world.memory.invitations.values()) invitation.generation = 1
  expect(await faultOf(old)).toBe('link-expired')
})
