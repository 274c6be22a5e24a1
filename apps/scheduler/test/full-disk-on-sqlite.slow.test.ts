import { sqliteInstallation } from '@wayproof/database/testing/installation-for-tests'
import { canMount, smallDisk } from '@wayproof/database/testing/small-disk'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, test } from 'vitest'
import { approveOpening, bringTravelers } from './company.ts'
import { editionCompany, PARTNERS } from './edition-company.ts'

const PERIOD = '2025-H2'
const TRAVELERS = 12

test.skipIf(!canMount)(
  'a summary whose sending meets a full disk goes to each reader once there is space, and a wave closes',
  async () => {
    const disk = smallDisk(65_536)
    const { file, ...database } = await sqliteInstallation(disk.path)
    const company = await editionCompany('2025-12-19T08:00:00+08:00', database)
    const { runCalendarAt, importFiles, surveyPorts, store, people, answer, arrivals } = company
    await importFiles()
    await importFiles(PARTNERS)
    await bringTravelers(company, TRAVELERS)
    const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
    await planProgramme(surveyPorts, { plan, runs: true })
    await approveOpening(company, PERIOD)
    await runCalendarAt('2025-12-20T10:00')
    await answer(await runCalendarAt('2026-01-04T09:00'), TRAVELERS)
    await runCalendarAt('2026-01-05T09:00')

    /** Runs both schedulers while the disk takes nothing; a scheduler logs what failed and goes on. */
    const runOnFullDisk = async (at: string) => {
      disk.fill(0)
      await runCalendarAt(at).catch(() => {})
      disk.makeRoom()
    }
    const wave = () => store.survey.wave(PERIOD)
    await runOnFullDisk('2026-01-29T00:30')
    expect((await wave())?.status).not.toBe('unlinked')
    await runCalendarAt('2026-01-29T00:45')
    expect(await wave()).toMatchObject({ status: 'unlinked' })
    expect(await database.rows('SELECT count(*) AS n FROM answer')).toEqual([{ n: TRAVELERS }])

    const before = arrivals().length
    const summaries = () =>
      arrivals()
        .slice(before)
        .filter(({ text }) => text.includes('Edition of record') || text.includes('正式版'))
    await runOnFullDisk('2026-02-05T08:00')
    expect(await store.editions.list()).toEqual([])
    expect(summaries()).toEqual([])
    await runCalendarAt('2026-02-05T08:15')
    await runCalendarAt('2026-02-05T09:00')
    expect(
      summaries()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(Object.values(people).toSorted())
    const [edition] = await store.editions.list()
    expect(await store.editions.ledger(edition?.id ?? '')).toMatchObject(Array(4).fill({ state: 'sent', times: 1 }))
  },
)
