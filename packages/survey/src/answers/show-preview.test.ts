import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { expect, test } from 'vitest'
import { draftPreviewToken } from '../links/draft-preview-link.ts'
import { previewToken } from '../links/preview-link.ts'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { showPreview } from './show-preview.ts'

const wave = { closesOn: '2026-07-31', smallestGroup: 5 }

async function previewPage() {
  const fixture = memoryFixture()
  await publishQuestionnaire(fixture.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const token = previewToken(fixture.ports.keyring, wave)
  return { ...fixture, token }
}

test('a preview link shows the latest questionnaire with the closing date and smallest group of its letter', async () => {
  const { ports, token, setNow } = await previewPage()
  const newer = { ...DEFAULT_QUESTIONNAIRE, version: 2 }
  setNow('2026-07-02T01:00:00Z')
  await publishQuestionnaire(ports, { questionnaire: newer })
  expect(await showPreview(ports, { token })).toEqual({ ok: true, value: { ...wave, questionnaire: newer } })
})

test('a preview link is valid to the end of its closing date in the time zone of the organization', async () => {
  const { ports, token, setNow } = await previewPage()
  setNow('2026-07-31T15:59:59Z')
  expect(await showPreview(ports, { token })).toMatchObject({ ok: true })
  setNow('2026-07-31T16:00:00Z')
  expect(await showPreview(ports, { token })).toEqual({ ok: false, fault: { code: 'link-expired' } })
})

test('a forged preview link is unknown, and so is any while no questionnaire is published', async () => {
  const { ports, token } = await previewPage()
  const unknown = { ok: false, fault: { code: 'link-unknown' } }
  expect(await showPreview(ports, { token: `${token.startsWith('B') ? 'C' : 'B'}${token.slice(1)}` })).toEqual(unknown)
  expect(await showPreview(memoryFixture().ports, { token })).toEqual(unknown)
})

test('a link of a draft shows its wording as it is now, until its last day or the end of the draft', async () => {
  const { ports, memory, setNow } = await previewPage()
  const draftId = '0190b0b0-0000-7000-8000-000000000001'
  const token = draftPreviewToken(ports.keyring, { ...wave, draftId, until: '2026-07-08' })
  const shown = (draft: Questionnaire) => {
    memory.questionnaireDrafts.set(draftId, draft)
    return showPreview(ports, { token })
  }
  const untranslated = { ...DEFAULT_QUESTIONNAIRE, stem: { ...DEFAULT_QUESTIONNAIRE.stem, 'zh-CN': '' }, version: 2 }
  for (const questionnaire of [DEFAULT_QUESTIONNAIRE, untranslated])
    expect(await shown(questionnaire)).toEqual({ ok: true, value: { ...wave, questionnaire } })
  expect(await shown({ ...DEFAULT_QUESTIONNAIRE, scales: {} })).toEqual({
    ok: false,
    fault: { code: 'draft-not-shown' },
  })
  setNow('2026-07-08T15:59:59Z')
  expect(await shown(DEFAULT_QUESTIONNAIRE)).toMatchObject({ ok: true })
  const expired = { ok: false, fault: { code: 'link-expired' } }
  setNow('2026-07-08T16:00:00Z')
  expect(await shown(DEFAULT_QUESTIONNAIRE)).toEqual(expired)
  setNow('2026-07-02T00:00:00Z')
  memory.questionnaireDrafts.delete(draftId)
  expect(await showPreview(ports, { token })).toEqual(expired)
})
