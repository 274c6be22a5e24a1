import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { saveDraft } from './save-draft.ts'
import { showInvitation } from './show-invitation.ts'

async function surveyPage() {
  const fixture = await openedFixture()
  const [token = ''] = surveyLinks(fixture)
  const save = (fields: Record<string, string>, link = token) => saveDraft(fixture.ports, { token: link, fields })
  const drafts = () => [...fixture.memory.invitations.values()].flatMap(({ draft }) => draft ?? [])
  const shown = async () => {
    const page = await showInvitation(fixture.ports, { token })
    return page.ok ? page.value.draft : page.fault
  }
  return { fixture, token, save, drafts, shown }
}

test('the survey page shows a saved draft again, and the next draft replaces it', async () => {
  const { save, drafts, shown } = await surveyPage()
  expect(await save({ trust: '3', improve: 'half a thought' })).toMatchObject({
    ok: true,
    value: { draft: { values: { trust: '3' }, comment: 'half a thought' } },
  })
  expect(await shown()).toEqual({ values: { trust: '3' }, comment: 'half a thought' })
  await save({ trust: '4' })
  expect(await shown()).toEqual({ values: { trust: '4' }, comment: null })
  expect(drafts()).toHaveLength(1)
})

test('a draft may lack required items and hold values of items that are not shown', async () => {
  const { save, shown } = await surveyPage()
  expect(await save({ complaint: '2' })).toMatchObject({ ok: true, value: { draft: { values: { complaint: '2' } } } })
  expect(await shown()).toEqual({ values: { complaint: '2' }, comment: null })
})

test('a blank draft deletes the stored one and is not kept itself', async () => {
  const { save, drafts } = await surveyPage()
  expect(await save({})).toMatchObject({ ok: true, value: { draft: null } })
  await save({ trust: '3' })
  expect(await save({ trust: '', improve: ' ' })).toMatchObject({ ok: true, value: { draft: null } })
  expect(drafts()).toEqual([])
})

test('a draft with a value that its item does not offer is refused', async () => {
  const { save, drafts } = await surveyPage()
  const fault = { code: 'answer-invalid', items: { trust: 'not-an-option' } }
  expect(await save({ trust: '9' })).toMatchObject({ ok: false, fault })
  expect(drafts()).toEqual([])
})

test('the receipt code of the form is not stored with a draft', async () => {
  const { save, shown } = await surveyPage()
  await save({ trust: '3', receipt: 'ABCD-EFGH-JKLM-NPQR' })
  expect(await shown()).toEqual({ values: { trust: '3' }, comment: null })
})

test('the stored draft hides what was typed and how much', async () => {
  const { fixture, token } = await surveyPage()
  const sizes = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 1000 }), async (improve) => {
      const outcome = await saveDraft(fixture.ports, { token, fields: { trust: '3', improve } })
      expect(outcome).toMatchObject({ ok: true })
      for (const { draft } of fixture.memory.invitations.values()) {
        if (draft === null) continue
        sizes.add(draft.length)
        expect(Buffer.from(draft).includes('trust')).toBe(false)
      }
    }),
    { numRuns: 30 },
  )
  expect(sizes.size).toBe(1)
})

test('no draft is saved on a link that is unknown, used, expired or of a closed wave', async () => {
  const { fixture, token, save } = await surveyPage()
  const [, used = ''] = surveyLinks(fixture)
  await answerLink(fixture, used)
  const faultOf = async (link: string) => {
    const outcome = await save({ trust: '3' }, link)
    return outcome.ok ? null : outcome.fault.code
  }
  expect(await faultOf('nonsense')).toBe('link-unknown')
  expect(await faultOf(used)).toBe('link-used')
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await faultOf(token)).toBe('link-expired')
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await faultOf(token)).toBe('wave-closed')
})

test('a draft on a used link is refused for the link, whatever its fields hold', async () => {
  const { fixture, token, save } = await surveyPage()
  await answerLink(fixture, token)
  expect(await save({ trust: '9' })).toEqual({ ok: false, fault: { code: 'link-used' } })
})

test('a draft that arrives while its link is being answered is not stored', async () => {
  const { fixture, token, drafts } = await surveyPage()
  const store: typeof fixture.ports.store = {
    ...fixture.ports.store,
    invitation: async (id) => {
      const invitation = await fixture.ports.store.invitation(id)
      await answerLink(fixture, token)
      return invitation
    },
  }
  const outcome = await saveDraft({ ...fixture.ports, store }, { token, fields: { trust: '3' } })
  expect(outcome).toEqual({ ok: false, fault: { code: 'link-used' } })
  expect(drafts()).toEqual([])
})
