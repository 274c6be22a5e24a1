import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { writeWaves } from '../testing/write-waves.ts'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const figure = (topTwo: number) => ({ opinions: 300, topTwo, withoutOpinion: 20 })
const counts = { overall: figure(270), notice: figure(240), security: figure(150), consent: figure(200) }
const cells = [{ tripType: 'group', channel: 'app', region: 'east', language: 'en', counts }]
const pairs = [1, 2, 3, 4, 5].flatMap((value) => [
  { item: 'security', value, headline: value, count: 60 },
  ...[1, 2, 3, 4, 5].map((headline) => ({ item: 'notice', value, headline, count: 12 })),
  { item: 'consent', value, headline: value, count: 19 },
])

test('after unlinking, aspects are placed by correlation and satisfied share if the wave reaches its minimum', async () => {
  const { services, database } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await writeWaves(database, [
    { period: '2024-H2', cells, pairs },
    { period: '2025-H1', cells, pairs, status: 'closed' },
    { period: '2025-H2', cells, pairs, status: 'open' },
  ])
  const user = { id: services.ids.next(), name: 'e', email: 'e@x.example', role: 'executive', locale: 'en' } as const
  const { driver } = appRouter.createCaller(createContextInner(services, { user }))
  const analysis = await driver.analysis({ period: '2024-H2' })
  expect(analysis).toMatchObject({ notShown: null, minimum: 100, mean: { importance: 0.5, performance: 0.65 } })
  expect(analysis.places).toEqual([
    expect.objectContaining({ item: 'security', importance: 1, people: 300, quadrant: 'improve' }),
    expect.objectContaining({ item: 'notice', importance: 0, people: 300, quadrant: 'rest' }),
  ])
  expect(analysis.places.map(({ performance }) => performance)).toEqual([
    { kind: 'at', value: 0.5 },
    { kind: 'at', value: 0.8 },
  ])
  // 95 pairs are fewer than the wave's minimum.
  expect(analysis.left).toContain('consent')
  expect(analysis.items.security?.en).toMatch(/^The security of/)
  for (const [period, notShown] of [['2025-H1', 'not-unlinked'] as const, ['2025-H2', 'wave-open'] as const])
    expect(await driver.analysis({ period })).toMatchObject({ notShown, places: [], mean: null })
  await expect(driver.analysis({ period: '2020-H1' })).rejects.toThrow('no-wave')
})
