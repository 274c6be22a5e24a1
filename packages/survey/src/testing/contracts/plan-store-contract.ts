import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { describe, expect, test } from 'vitest'
import { DEFAULT_PROGRAMME } from '../../programme/programme.ts'
import { checkedPoints } from '../checked-points.ts'
import { openSurvey } from '../open-survey.ts'
import type { OpenContractFixture } from './contract-fixture.ts'

/** The behavior that every storage of questionnaires, of the program and of opened plans has. */
export function planStoreContract(engine: string, open: OpenContractFixture): void {
  describe(`plans in ${engine}`, () => {
    test('a questionnaire version is published once, and its wording never changes', async () => {
      const { store } = (await open()).ports
      const { id, version } = DEFAULT_QUESTIONNAIRE
      expect(await store.latestQuestionnaire()).toBeNull()
      const published = { id, version, publishedAt: 1 }
      expect(await store.publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 1)).toEqual(published)
      expect(await store.publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 2)).toEqual(published)
      expect(await store.publishQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, estimatedMinutes: 9 }, 2)).toBeNull()
      expect(await store.latestQuestionnaire()).toEqual(DEFAULT_QUESTIONNAIRE)
    })

    test('the latest questionnaire is the one published last, and of several at once the highest version', async () => {
      const { store } = (await open()).ports
      for (const [version, at] of [
        [1, 1],
        [3, 2],
        [2, 2],
      ] as const)
        await store.publishQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, version }, at)
      expect(await store.latestQuestionnaire()).toMatchObject({ version: 3 })
    })

    test('the program is the default until a plan is saved', async () => {
      const { store } = (await open()).ports
      expect(await store.programme()).toEqual(DEFAULT_PROGRAMME)
      const saved = { ...DEFAULT_PROGRAMME, runs: true, runsSince: 5, localHolidays: ['2026-07-02'] }
      await store.saveProgramme(saved)
      expect(await store.programme()).toEqual(saved)
    })

    test('checklist and mail route are returned as they were saved', async () => {
      const { store } = (await open()).ports
      const checklist = { ...checkedPoints, noticeVersion: null, confirmedAt: 7, confirmedBy: 'officer' }
      await store.saveChecklist(checklist)
      expect(await store.checklist()).toEqual(checklist)
      await store.saveFolderChoice({ chosenAt: 8, chosenBy: 'officer' })
      expect(await store.mailRoute()).toEqual({ acceptedAt: null, folder: { chosenAt: 8, chosenBy: 'officer' } })
      await store.saveFolderChoice(null)
      expect(await store.mailRoute()).toEqual({ acceptedAt: null, folder: null })
    })

    test('a question about an opening is asked once and open until it is answered or the period has its wave', async () => {
      const { ports } = await open()
      const { store } = ports
      const question = (period: string) => ({ period, reason: 'late', dueAt: 1, askedAt: 2 }) as const
      for (const period of ['2024-H1', '2026-H1', '2024-H2']) await store.askAboutOpening(question(period))
      await store.askAboutOpening({ ...question('2024-H1'), reason: 'no-questionnaire' })
      const asked = (period: string) => ({ ...question(period), leftOutAt: null })
      expect(await store.openingQuestions()).toEqual(['2026-H1', '2024-H2', '2024-H1'].map(asked))
      expect(await store.leaveOutOpening('2024-H1', 'officer', 3)).toBe(true)
      expect(await store.leaveOutOpening('2024-H1', 'officer', 4)).toBe(false)
      await openSurvey(ports)
      expect(await store.openingQuestions()).toEqual([asked('2024-H2')])
      expect(await store.leaveOutOpening('2026-H1', 'officer', 5)).toBe(false)
      expect(await store.askedAboutOpening('2024-H1')).toBe(true)
      expect(await store.askedAboutOpening('2023-H1')).toBe(false)
    })

    test('an opened wave keeps the plan with which it was opened', async () => {
      const { ports } = await open()
      await openSurvey(ports, { travelers: 6 })
      expect(await ports.store.sealedPlan('2024-H1')).toBeNull()
      expect(await ports.store.sealedPlan('2026-H1')).toMatchObject({
        ...{ smallestGroup: 5, noticeVersion: checkedPoints.noticeVersion, cells: 1 },
        questionnaire: { version: 1 },
      })
      expect((await ports.store.sealedPlan('2026-H1'))?.margins).toEqual(
        ['channel', 'language', 'region', 'tripType'].map((margin) => ({ margin, categories: 1 })),
      )
    })

    test('a plan is written once for a period, and none if nobody may be invited', async () => {
      const { ports } = await open()
      const { store, clock } = ports
      const frame = { months: { first: '2026-01', last: null }, budgetFrom: 0, letterLimit: 3 }
      const opening = { waveId: 'wave-1', period: '2026-H1', frame, clock, planOf: () => null }
      expect(await store.openWave(opening)).toEqual({ ok: false, fault: { code: 'no-eligible-travelers' } })
      await openSurvey(ports)
      expect(await store.openWave(opening)).toEqual({ ok: false, fault: { code: 'wave-exists' } })
    })
  })
}
