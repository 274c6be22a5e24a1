import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import { questionnaireStore } from './questionnaire-store.ts'

describe.each(engines)('questionnaires on $engine', ({ open }) => {
  test('a questionnaire is published once, and another text under its version is refused', async () => {
    const store = questionnaireStore(await open())
    const publish = () => store.publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 1_000)
    const published = { id: DEFAULT_QUESTIONNAIRE.id, version: DEFAULT_QUESTIONNAIRE.version, publishedAt: 1_000 }
    expect(await Promise.all([publish(), publish(), publish()])).toEqual([published, published, published])
    expect(await store.publishQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, items: [] }, 2_000)).toBeNull()
    expect(await store.latestQuestionnaire()).toEqual(DEFAULT_QUESTIONNAIRE)
  })
})
