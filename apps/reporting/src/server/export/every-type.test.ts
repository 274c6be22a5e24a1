import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { expect, it } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { type WaveCell, writeWaves } from '../testing/write-waves.ts'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const period = '2025-H2'

/** A wave of `people` in each of two cells, with an answer to every type. */
const cells = (people: number): readonly WaveCell[] =>
  ['east', 'north'].map((region) => {
    const part = (share: number) => ({ opinions: people, topTwo: Math.round(people * share), withoutOpinion: 0 })
    return {
      ...{ tripType: 'group', channel: 'app', region, language: 'en' },
      counts: {
        ...{ overall: { ...part(0.9), withoutOpinion: 10 }, notice: part(0.8) },
        ...{
          'channels.app': part(0.75),
          'channels.web': part(0.3),
          'channels.phone': part(0.15),
          'channels.none': part(0.05),
        },
        ...{ 'asked-first': { ...part(0.7), withoutOpinion: 5 }, 'recommend.detractors': part(0.16) },
      },
    }
  })

async function readWave(people: number) {
  const { services, database, send, join } = await openApp()
  await services.store.organisation.save({
    ...{ nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example' },
    ...{ programmeStart: '2024-01-01', baselineYear: null, sample: false },
  })
  await publishQuestionnaire(surveyPorts(services), { questionnaire: EVERY_TYPE })
  await writeWaves(database, [{ period, cells: cells(people), questionnaire: EVERY_TYPE }])
  const { person, cookie } = await join('executive')
  const caller = appRouter.createCaller(createContextInner(services, { user: person }))
  const file = await send(`/export/satisfaction.csv?${new URLSearchParams({ period })}`, { headers: { cookie } })
  return {
    answers: await caller.breakdown.answers({ period }),
    lines: (await file.text()).split('\r\n').filter((line) => line.includes(',Everyone,')),
    report: await caller.methodReport.show({ period, locale: 'en' }),
  }
}

it('page, file and method report show every type with the same published figures', async () => {
  const { answers, lines, report } = await readWave(125)
  expect(answers.map(({ id, kind }) => [id, kind])).toEqual([
    ['channels', 'choices'],
    ['asked-first', 'yes-no'],
    ['recommend', 'recommendation'],
  ])
  expect(answers[0]?.shares.map(({ now }) => now.kind === 'shown' && now.topTwo.value)).toEqual([0.75, 0.3, 0.15, 0.05])
  // R, as in the golden table: 0.5811721 to 0.7627014.
  expect(answers[2]?.recommendation).toEqual({
    ...{ score: 0.68, others: 0, people: 250 },
    interval: { lower: 0.581, upper: 0.762, level: 0.95 },
  })
  const named = (text: string) => lines.filter((line) => line.includes(text)).map((line) => line.split(',').slice(-7))
  expect(named('Which of our channels')).toEqual([
    ['The app', '–', 'Everyone', 'at least 250', '75%', '69 to 80%', 'under 1%'],
    ['The website', '–', 'Everyone', 'at least 250', '30%', '25 to 36%', 'under 1%'],
    ['The telephone', '–', 'Everyone', 'at least 250', '15%', '11 to 20%', 'under 1%'],
    ['None of these', '–', 'Everyone', 'at least 250', '5%', '3 to 8%', 'under 1%'],
  ])
  expect(named('How likely')).toEqual([
    ['promoters (9–10)', '–', 'Everyone', 'at least 250', '84%', '79 to 88%', 'under 1%'],
    ['detractors (0–6)', '–', 'Everyone', 'at least 250', '16%', '12 to 21%', 'under 1%'],
    ['promoters less detractors', '–', 'Everyone', 'at least 250', '68', '58 to 76', '–'],
  ])
  expect(named('Did the app ask')).toEqual([['Yes', '–', 'Everyone', 'at least 250', '70%', '64 to 75%', '4%']])
  const rows = report.sections.flatMap(({ tables }) => tables.flatMap((table) => table.rows))
  expect(rows).toContainEqual([
    'How likely are you to recommend us?',
    'promoters less detractors',
    '68',
    '58 to 76',
    'at least 250',
  ])
  expect(rows).toContainEqual([
    'Did the app ask before it used your location?',
    'Yes',
    '70%',
    '64 to 75%',
    'at least 250',
  ])
  expect(rows.find(([name = '']) => name.startsWith('8. Which'))?.[1]).toBe(
    'The app / The website / The telephone / None of these (Choose up to 2.)',
  )
  expect(rows.filter(([name = '']) => /^[345]\. /.test(name)).map(({ length }) => length)).toEqual([1, 1, 1])
})

it('a recommendation has no score below the minimum of the wave, and no share below the smallest group', async () => {
  const few = await readWave(20)
  expect(few.answers[2]).toMatchObject({ recommendation: null, shares: [{ now: { kind: 'shown' } }, {}] })
  expect(few.lines.some((line) => line.includes('promoters less detractors'))).toBe(false)
  const fewest = await readWave(2)
  expect(fewest.answers.flatMap(({ shares }) => shares.map(({ now }) => now.kind))).toEqual(Array(7).fill('hidden'))
})
