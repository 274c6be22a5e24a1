import { renderLetter, sealedReportContent } from '@wayproof/letters'
import { GOALS } from '@wayproof/scorecard'
import { remediesByState } from '@wayproof/scorecard/remedies-by-state'
import { DEFAULT_QUESTIONNAIRE, publishQuestionnaire } from '@wayproof/survey'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { openApp } from './open-app.ts'
import { type WrittenWave, writeWaves } from './write-waves.ts'

const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }

/**
 * Everything that an executive and an officer see about these waves: results of procedures by path, and other texts.
 */
export async function toldOutlets(waves: readonly WrittenWave[], period: string) {
  const { parts, file, join, send } = await openApp()
  await publishQuestionnaire(surveyPorts(parts), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const [officer, executive] = [await join('officer'), await join('executive')]
  const asOfficer = appRouter.createCaller(createContextInner(parts, { user: officer.person }))
  const asked = appRouter.createCaller(createContextInner(parts, { user: executive.person }))
  await asOfficer.organisation.save({ ...organisation, programmeStart: '2024-01-01', baselineYear: null })
  writeWaves(file, waves)
  const scorecard = await asked.scorecard.forPeriod({ period })
  const goals = await Promise.all(GOALS.map((goal) => asked.scorecard.goal({ goal, period })))
  const told = {
    scorecard: { forPeriod: scorecard, goal: goals.find(({ verdict }) => verdict.goal === 'customer-satisfaction') },
    summary: { preview: await asked.summary.preview({ period }) },
    measure: { list: await asked.measure.list({ period }), cases: await asked.measure.cases({ period }) },
    breakdown: { satisfaction: await asked.breakdown.satisfaction({ period }) },
    driver: { analysis: await asked.driver.analysis({ period }) },
    wave: { list: await asked.wave.list(), funnel: await asked.wave.funnel({ period }) },
    period: { closing: await asked.period.closing({ period }) },
  }
  await asOfficer.summary.send({ period })
  const now = parts.clock.now()
  const letters = await parts.store.outbox.claim(10, now, now + 60_000)
  const links = { reporting: 'https://r.example/', sealCheck: 'https://r.example/check-seal' }
  const mailed = await Promise.all(letters.map(({ letter }) => renderLetter(letter, { organisation, links })))
  const paths = [
    `/export/satisfaction.csv?period=${period}`,
    ...['en', 'zh-CN'].map((locale) => `/export/method-report.html?period=${period}&locale=${locale}`),
  ]
  const files = await Promise.all(
    paths.map(async (path) => (await send(path, { headers: { cookie: officer.cookie } })).text()),
  )
  const seal = { number: 1, version: 1, code: 'AAAA', sealedOn: '2026-02-02', people: 3, reason: null }
  const content = (['en', 'zh-CN'] as const).map((locale) => {
    const remedies = remediesByState(scorecard.verdicts, [])
    const rest = { smallestGroup: 5, changes: [], earlier: [], improvements: [], remedies, cameOf: [] }
    return JSON.stringify(sealedReportContent({ scorecard, seal, ...rest }, { locale, organisation, publicly: true }))
  })
  // Readers have random IDs, which also decide the order of letters.
  return { told, texts: [...mailed.flatMap(({ html, text }) => [html, text]).toSorted(), ...files, ...content] }
}
