import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { publicReport } from '@wayproof/letters/pdf/sealed-report-pdf'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { remediesByState } from '@wayproof/scorecard/closing/remedies/remedies-by-state'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { openApp } from './open-app.ts'
import { type WrittenWave, writeWaves } from './write-waves.ts'

const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }

/**
 * Everything that an executive and an officer see about these waves: results of procedures by path, and other texts.
 */
export async function collectOutputs(waves: readonly WrittenWave[], period: string) {
  const { services, database, join, send } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const [officer, executive] = [await join('officer'), await join('executive')]
  const asOfficer = appRouter.createCaller(createContextInner(services, { user: officer.person }))
  const caller = appRouter.createCaller(createContextInner(services, { user: executive.person }))
  await asOfficer.organisation.save({ ...organisation, programmeStart: '2024-01-01', baselineYear: null })
  await writeWaves(database, waves)
  const scorecard = await caller.scorecard.forPeriod({ period })
  const goals = await Promise.all(GOALS.map((goal) => caller.scorecard.goal({ goal, period })))
  const disclosed = {
    scorecard: { forPeriod: scorecard, goal: goals.find(({ verdict }) => verdict.goal === 'customer-satisfaction') },
    summary: { preview: await caller.summary.preview({ period }) },
    measure: { list: await caller.measure.list({ period }), cases: await caller.measure.cases({ period }) },
    breakdown: {
      satisfaction: await caller.breakdown.satisfaction({ period }),
      answers: await caller.breakdown.answers({ period }),
    },
    driver: { analysis: await caller.driver.analysis({ period }) },
    wave: { list: await caller.wave.list(), funnel: await caller.wave.funnel({ period }) },
    period: { closing: await caller.period.closing({ period }) },
  }
  await asOfficer.summary.send({ period })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(10, now, now + 60_000)
  const links = { reporting: 'https://r.example/', sealCheck: 'https://r.example/check-seal' }
  const renderedLetters = await Promise.all(letters.map(({ letter }) => renderLetter(letter, { organisation, links })))
  const paths = [
    `/export/satisfaction.csv?period=${period}`,
    ...['en', 'zh-CN'].map((locale) => `/export/method-report.html?period=${period}&locale=${locale}`),
  ]
  const files = await Promise.all(
    paths.map(async (path) => (await send(path, { headers: { cookie: officer.cookie } })).text()),
  )
  const seal = { number: 1, version: 1, code: 'AAAA', sealedOn: '2026-02-02', people: 3, reason: null }
  const published = { on: '2026-02-03', address: 'https://s.example/report' }
  const content = (['en', 'zh-CN'] as const).map((locale) => {
    const remedies = remediesByState(scorecard.verdicts, [])
    const common = {
      smallestGroup: 5,
      corrections: [],
      asked: null,
      earlier: [],
      improvements: [],
      remedies,
      agreed: [],
      cameOf: [],
    }
    return JSON.stringify(publicReport({ scorecard, seal, ...common }, { locale, organisation, published }))
  })
  // Readers have random IDs, which also decide the order of letters.
  return {
    disclosed,
    texts: [...renderedLetters.flatMap(({ html, text }) => [html, text]).toSorted(), ...files, ...content],
  }
}
