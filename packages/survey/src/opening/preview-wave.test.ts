import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { answerLink, memoryFixture, sendLetters, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { translated } from '../testing/translated.ts'
import { importRows, travelerRow, travelerRows } from '../testing/traveler-rows.ts'
import { closeWave } from '../waves/close-wave.ts'
import { previewWave } from './preview-wave.ts'

test('a preview counts who would be invited, and the others by the reason that keeps them out', async () => {
  const { ports } = memoryFixture()
  const others = [travelerRow(8, { adult: false }), travelerRow(9, { lastTrip: '2025-12' })]
  await importRows(ports, [...travelerRows(3), ...others])
  expect(await previewWave(ports, { period: '2026-H1' })).toMatchObject({
    ok: true,
    value: {
      eligible: 3,
      coverage: { registered: 5, travelled: 4, adult: 3, 'within-budget': 3 },
      skips: [{ stage: 'invitation', reason: 'not-adult', count: 1 }],
      lastResponseRate: null,
      improvements: [],
    },
  })
})

test('a preview says what the checklist lacks', async () => {
  const preview = await previewWave(memoryFixture().ports, { period: '2026-H1' })
  expect(preview.ok && preview.value.lacking).toContain('basis-profiles')
})

test('a preview shows the response rate of the previous wave and the improvements that the invitation would mention', async () => {
  const fixture = await openedFixture({ period: '2025-H2' })
  const { ports, memory } = fixture
  await answerLink(fixture, surveyLinks(fixture)[0] ?? '')
  fixture.setNow('2026-08-01T00:00:00Z')
  await closeWave(ports, { period: '2025-H2' })
  memory.improvements.set('2025-H2', [{ id: 'improvement-1', text: { 'zh-CN': '少要一点', en: 'ask for less' } }])
  expect(await previewWave(ports, { period: '2026-H1' })).toMatchObject({
    value: {
      lacking: [],
      lastResponseRate: { numerator: 1, denominator: 3 },
      improvements: [{ 'zh-CN': '少要一点', en: 'ask for less' }],
    },
  })
})

test('travelers who have had all letters of the current half-year are counted as out of budget', async () => {
  const fixture = await openedFixture({ period: '2025-H2' })
  const { ports, memory } = fixture
  sendLetters(fixture)
  memory.programme = { ...memory.programme, letterLimit: 1 }
  const skips = [{ stage: 'invitation', reason: 'budget', count: 3 }]
  expect(await previewWave(ports, { period: '2026-H1' })).toMatchObject({ value: { eligible: 0, skips } })
  fixture.setNow('2027-01-04T00:00:00Z')
  expect(await previewWave(ports, { period: '2026-H1' })).toMatchObject({ value: { eligible: 3, skips: [] } })
})

test('a period that no wave asks about has no preview', async () => {
  const { ports } = memoryFixture()
  for (const period of ['2026-Q1', 'nonsense'])
    expect(await previewWave(ports, { period })).toEqual({ ok: false, fault: { code: 'period-unknown' } })
})

test('a preview lists the questions that the wave would ask', async () => {
  const { ports } = await openedFixture({ period: '2025-H2' })
  const preview = await previewWave(ports, { period: '2026-H1' })
  const questions = preview.ok ? preview.value.questions : null
  expect(questions?.version).toBe(1)
  expect(questions?.items.find(({ id }) => id === 'overall')).toMatchObject({ isRequired: true })
  expect(await previewWave(memoryFixture().ports, { period: '2026-H1' })).toMatchObject({ value: { questions: null } })
})

test('a preview counts the travelers of a language that the version lacks', async () => {
  const { ports } = await openedFixture({ period: '2025-H2' })
  await importRows(ports, travelerRows(2))
  const lacking = async (...languages: readonly string[]) => {
    const preview = await previewWave(ports, { period: '2026-H1', languages })
    return preview.ok ? preview.value.questions?.untranslated : null
  }
  expect(await lacking()).toEqual([])
  expect(await lacking('fr', 'ja')).toEqual([
    { language: 'fr', travelers: 0 },
    { language: 'ja', travelers: 0 },
  ])
  await publishQuestionnaire(ports, { questionnaire: { ...translated(DEFAULT_QUESTIONNAIRE, 'fr'), version: 2 } })
  expect(await lacking('fr', 'ja')).toEqual([{ language: 'ja', travelers: 0 }])
})
