import { DEFAULT_QUESTIONNAIRE, publishQuestionnaire } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { createContextInner } from './context.ts'
import { surveyPorts } from './ports.ts'
import { appRouter } from './router.ts'
import { openApp } from './testing/open-app.ts'

const travelers = [
  'customerNumber,email,locale,tripType,channel,region,lastTrip,adult',
  ...Array.from({ length: 40 }, (_, n) => `C${n},t${n}@x.example,zh-CN,group,app,east,2026-03,yes`),
].join('\n')
const staff = [
  'number,role,unit,startDay,endDay',
  ...Array.from({ length: 9 }, (_, n) => `E${n},guide,${n < 6 ? 'guides' : 'finance'},2020-01-01,`),
].join('\n')

async function openHalfYear() {
  const opened = await openApp()
  const officer = await opened.join('officer')
  const executive = await opened.join('executive')
  const as = (user: typeof officer.person) => appRouter.createCaller(createContextInner(opened.parts, { user }))
  const bring = async (register: string, body: string) => {
    const headers = { cookie: officer.cookie, 'content-type': 'application/octet-stream' }
    const answer = await opened.send(`/import/${register}?dryRun=false&fileName=${register}.csv`, {
      method: 'POST',
      body,
      headers,
    })
    return answer.json()
  }
  await publishQuestionnaire(surveyPorts(opened.parts), { questionnaire: DEFAULT_QUESTIONNAIRE })
  return { ...opened, bring, officer: as(officer.person), executive: as(executive.person) }
}

test('an officer runs the wave of a half-year', async () => {
  const { bring, officer, executive, pass } = await openHalfYear()
  const at = { period: '2026-H1' }
  expect(await executive.wave.funnel(at)).toBeNull()
  expect(await bring('travelers', travelers)).toMatchObject({ ok: true })
  expect(await officer.wave.preview(at)).toEqual({ eligible: 40 })
  const opened = await officer.wave.open({ ...at, mode: 'sample', size: 30, seed: 'a', closesOn: '2026-07-21' })
  expect(opened).toMatchObject({ frame: 40, invited: 30 })
  await expect(officer.wave.open({ ...at, mode: 'census', closesOn: '2026-07-21' })).rejects.toThrow('wave-exists')
  expect(await executive.letters.counts()).toEqual({
    queued: 30,
    sent: 0,
    failed: 0,
    suppressed: 0,
    bounced: 0,
    complained: 0,
  })
  pass(60 * 24 * 7)
  await officer.wave.remind(at)
  await expect(officer.wave.remind(at)).rejects.toThrow('already-reminded')
  expect(await officer.wave.close(at)).toMatchObject({ status: 'unlinked' })
  expect(await executive.wave.funnel(at)).toMatchObject({ frame: 40, invited: 30, answered: 0 })
  expect(await executive.wave.list()).toHaveLength(1)
})

test('a goal opens to its rows for an officer, and to units of five for an executive', async () => {
  const { bring, officer, executive } = await openHalfYear()
  expect(await bring('staff-roles', staff)).toMatchObject({ ok: true, report: { added: 9 } })
  const asked = { goal: 'staff-training', period: '2026-H1' } as const
  const rows = await officer.scorecard.goal(asked)
  expect(rows.missing).toHaveLength(9)
  expect(rows.missing[0]).toMatchObject({ key: 'E6', label: 'finance', why: 'modules-missing' })
  const units = await executive.scorecard.goal(asked)
  expect(units.missing).toEqual([
    { unit: 'guides', count: 6 },
    { unit: '', count: 3 },
  ])
  expect(units.verdict).toEqual(rows.verdict)
  expect(units.trend.map(({ period }) => period)).toEqual(['2026-H1'])
  const scorecard = await executive.scorecard.forPeriod({ period: '2026-H1' })
  expect(scorecard.verdicts.find(({ goal }) => goal === 'staff-training')).toEqual(units.verdict)
  expect(await executive.scorecard.periods()).toMatchObject({ latest: '2026-H1' })
})

test('a summary goes to every executive once, and again when it says something else', async () => {
  const { officer, executive } = await openHalfYear()
  const at = { period: '2026-H1' }
  const organisation = {
    nameZh: '远行',
    nameEn: 'Farway',
    contactEmail: 'privacy@x.example',
    programmeStart: '2025-01-01',
  }
  await officer.organisation.save({ ...organisation, baselineYear: null })
  expect(await executive.organisation.get()).toMatchObject({ ...organisation, sample: false })
  expect(await officer.summary.send(at)).toEqual({ letters: 1 })
  expect(await officer.summary.send(at)).toEqual({ letters: 0 })
  await officer.improvement.choose({ ...at, text: 'Shorter notices', owner: 'customer-service' })
  expect((await executive.improvement.list(at)).map(({ text, chosenBy }) => [text, chosenBy])).toEqual([
    ['Shorter notices', 'officer'],
  ])
  expect(await executive.summary.preview(at)).toMatchObject({ improvements: ['Shorter notices'] })
  expect(await officer.summary.send(at)).toEqual({ letters: 1 })
})
