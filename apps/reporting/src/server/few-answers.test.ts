import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { expect, it } from 'vitest'
import { openApp } from './testing/open-app.ts'
import { writeWaves } from './testing/write-waves.ts'
import { createContextInner } from './trpc/context.ts'
import { surveyPorts } from './trpc/ports.ts'
import { appRouter } from './trpc/router.ts'

const FEW = '2025-H2'
const LATER = '2026-H1'
const GOAL = 'customer-satisfaction'
const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }

const wave = (period: string, opinions: number, topTwo: number) => {
  const counts = { overall: { opinions, topTwo, withoutOpinion: 3 } }
  return { period, cells: [{ tripType: 'group', channel: 'app', region: 'east', language: 'en', counts }] }
}

/** All published satisfaction values of a small wave and of the next half-year, without the shares by group. */
async function allOutputs(topTwo: number): Promise<string> {
  const { services, database, join } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const callerAs = async (role: 'officer' | 'executive') =>
    appRouter.createCaller(createContextInner(services, { user: (await join(role)).person }))
  const [officer, executive] = [await callerAs('officer'), await callerAs('executive')]
  await officer.organisation.save({ ...organisation, programmeStart: '2025-01-01', baselineYear: null })
  await writeWaves(database, [wave(FEW, 12, topTwo), wave(LATER, 300, 270)])
  const queries = [FEW, LATER].flatMap((period) => [
    executive.scorecard.forPeriod({ period }),
    executive.scorecard.goal({ goal: GOAL, period }),
    executive.summary.preview({ period }),
    executive.methodReport.show({ period, locale: 'en' }),
    executive.methodReport.show({ period, locale: 'zh-CN' }),
    executive.measure.list({ period }),
  ])
  const results = await Promise.all(queries)
  for (const period of [FEW, LATER]) await officer.summary.send({ period })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(10, now, now + 60_000)
  const links = { reporting: 'https://r.example/', sealCheck: 'https://r.example/check-seal' }
  const renderedLetters = await Promise.all(letters.map(({ letter }) => renderLetter(letter, { organisation, links })))
  expect(renderedLetters).toHaveLength(4)
  return JSON.stringify([
    results,
    renderedLetters.map(({ subject, html, text }) => [subject, html, text].join('\n')).toSorted(),
  ])
}

it.each([
  ['all', [12, 11], 'at least 11 of 12', '12 人中至少 11 人'],
  ['none', [0, 1], 'at most 1 of 12', '12 人中最多 1 人'],
] as const)('no output and no later half-year tells %s of few from one less', async (_, [end, next], en, zh) => {
  const [lowest, neighbour] = [await allOutputs(end), await allOutputs(next)]
  expect(lowest).toBe(neighbour)
  for (const band of [en, zh]) expect(lowest).toContain(band)
})
