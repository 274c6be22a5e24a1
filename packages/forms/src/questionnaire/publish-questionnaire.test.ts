import { memoryFixture } from '@wayproof/survey/testing/memory-fixture'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import { publishQuestionnaire } from './publish-questionnaire.ts'

const { id } = DEFAULT_QUESTIONNAIRE

test('a published questionnaire is the one that later waves ask', async () => {
  const { ports } = memoryFixture()
  const published = { id, version: 1, publishedAt: ports.clock.now() }
  expect(await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })).toEqual({
    ok: true,
    value: published,
  })
  expect(await ports.store.latestQuestionnaire()).toEqual(DEFAULT_QUESTIONNAIRE)
})

test('publishing the same version again changes nothing, not even its time', async () => {
  const { ports, setNow } = memoryFixture()
  const first = await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  setNow('2026-07-02T00:00:00Z')
  expect(await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })).toEqual(first)
})

test('other wording needs another version', async () => {
  const { ports } = memoryFixture()
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const reworded = { ...DEFAULT_QUESTIONNAIRE, estimatedMinutes: 5 }
  const outcome = { ok: false, fault: { code: 'version-taken' } }
  expect(await publishQuestionnaire(ports, { questionnaire: reworded })).toEqual(outcome)
  expect(await publishQuestionnaire(ports, { questionnaire: { ...reworded, version: 2 } })).toMatchObject({ ok: true })
})

test('a questionnaire with faults is not published, and every fault is named', async () => {
  const { ports } = memoryFixture()
  const items = DEFAULT_QUESTIONNAIRE.items.map((item) => ({ ...item, en: item.id === 'trust' ? ' ' : item.en }))
  const questionnaire = { ...DEFAULT_QUESTIONNAIRE, version: 0, items }
  expect(await publishQuestionnaire(ports, { questionnaire })).toEqual({
    ok: false,
    fault: {
      code: 'questionnaire-invalid',
      faults: [
        { code: 'identity-missing', at: '' },
        { code: 'translation-missing', at: 'trust' },
      ],
    },
  })
  expect(await ports.store.latestQuestionnaire()).toBeNull()
})
