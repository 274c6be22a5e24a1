import { expect, test } from 'vitest'
import { previewToken } from '../links/preview-link.ts'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import { publishQuestionnaire } from '../questionnaire/publish-questionnaire.ts'
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
  expect(await showPreview(ports, { token: `B${token.slice(1)}` })).toEqual(unknown)
  expect(await showPreview(memoryFixture().ports, { token })).toEqual(unknown)
})
