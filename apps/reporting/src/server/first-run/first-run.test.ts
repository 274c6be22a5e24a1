import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { writeWaves } from '../testing/write-waves.ts'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

test('each step of the first run is done once its facts are there, and a wave ends it', async () => {
  const { services, database, join } = await openApp()
  const { person } = await join('officer')
  const caller = appRouter.createCaller(createContextInner(services, { user: person }))
  const doneSteps = async () =>
    (await caller.firstRun.steps()).steps.flatMap(({ step, isDone }) => (isDone ? [step] : []))
  expect(await doneSteps()).toEqual([])

  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }
  await caller.organisation.save({ ...organisation, programmeStart: '2024-01-01', baselineYear: null })
  expect(await doneSteps()).toEqual(['organisation'])

  const { runsSince: _, runs, ...plan } = DEFAULT_PROGRAMME
  await caller.programme.save({ runs, plan: { ...plan, localHolidays: ['2026-12-31'] } })
  expect(await doneSteps()).toEqual(['organisation', 'calendar'])

  await caller.people.invite({ email: 'hr@x.example', role: 'human-resources', locale: 'en' })
  expect(await doneSteps()).toEqual(['organisation', 'calendar', 'people'])

  async function* file() {
    yield Buffer.from('month,channel,count\n2025-01,app,3\n')
  }
  const imported = await importRegister(
    { evidence: services.store.evidence, clock: services.clock, ids: services.ids, timeZone: services.timeZone },
    {
      ...{ register: 'bookings', profile: defaultProfile('bookings'), fileName: 'bookings.csv', by: 'hr' },
      ...{ source: file(), dryRun: false },
    } as unknown as Parameters<typeof importRegister>[1],
  )
  expect(imported.ok).toBe(true)
  expect(await doneSteps()).toEqual(['organisation', 'calendar', 'people', 'registers'])
  expect(await caller.firstRun.steps()).toMatchObject({
    ...{
      isOver: false,
      hasWave: false,
      hasSecondOfficer: false,
      waitingFor: null,
      travelers: { rows: 0, fewestAnswers: 100 },
    },
  })
  await caller.people.invite({ email: 'second@x.example', role: 'officer', locale: 'en' })
  expect((await caller.firstRun.steps()).hasSecondOfficer).toBe(true)

  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await writeWaves(database, [{ period: '2025-H1', cells: [], margins: {} }])
  expect((await caller.firstRun.steps()).isOver).toBe(true)
})
