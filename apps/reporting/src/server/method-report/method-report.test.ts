import type { UserRole } from '@wayproof/accounts/accounts/person'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { writeWaves } from '../testing/write-waves.ts'
import { createContextInner, type Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import type { MethodReport } from './method-report.ts'

const counts = { overall: { opinions: 300, topTwo: 270, withoutOpinion: 20 } }
const cell = { tripType: 'group', channel: 'app', region: 'east', language: 'en', counts }

const factsOf = ({ sections }: MethodReport) => sections.flatMap(({ facts }) => facts)
const tableOf = ({ sections }: MethodReport, first: string) =>
  sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)).find(([name]) => name === first)

const callerAs = (services: Services, role: UserRole) =>
  appRouter.createCaller(
    createContextInner(services, {
      user: { id: services.ids.next(), name: role, email: 'a@x.example', role, locale: 'en' },
    }),
  )

async function openMethodReport() {
  const openedApp = await openApp()
  const { store } = openedApp.services
  const names = { nameZh: '远行旅游', nameEn: 'Far <b>& Away', contactEmail: 'privacy@far.example' }
  await store.organisation.save({ ...names, programmeStart: '2024-01-01', baselineYear: null, sample: false })
  await publishQuestionnaire(surveyPorts(openedApp.services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await writeWaves(openedApp.database, [
    { period: '2025-H1', cells: [cell] },
    { period: '2025-H2', cells: [cell], status: 'open' },
  ])
  return openedApp
}

test('every reader sees the method of a wave, the same in both languages', async () => {
  const openedApp = await openMethodReport()
  for (const role of ['officer', 'auditor', 'executive'] as const) {
    const caller = callerAs(openedApp.services, role)
    const [zh, en] = [
      await caller.methodReport.show({ period: '2025-H1', locale: 'zh-CN' }),
      await caller.methodReport.show({ period: '2025-H1', locale: 'en' }),
    ]
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u)
    expect(en.sections).toHaveLength(11)
    expect(en.sections.slice(0, 3).map(({ isFolded }) => isFolded)).toEqual([false, false, true])
    expect(en.sections.filter(({ isFolded }) => isFolded)).toHaveLength(5)
    expect(zh.sections.map(({ facts, tables, notes }) => [facts.length, tables.length, notes.length])).toEqual(
      en.sections.map(({ facts, tables, notes }) => [facts.length, tables.length, notes.length]),
    )
    expect(factsOf(zh).map(({ sealed }) => sealed)).toEqual(factsOf(en).map(({ sealed }) => sealed))
    expect(factsOf(en)).toContainEqual({ name: 'Commissioned and paid by', value: 'Far <b>& Away', sealed: false })
    expect(factsOf(en)).toContainEqual({
      name: 'Design',
      value: 'census: all eligible customers were invited',
      sealed: true,
    })
    expect(factsOf(en)).toContainEqual({ name: 'Unweighted', value: '90%', sealed: false })
    const ofAll = { name: 'Satisfied, of all who answered (unweighted)', value: '84.3%', sealed: false }
    expect(factsOf(en)).toContainEqual(ofAll)
    expect(tableOf(en, 'RR1')?.[2]).toBe('100%')
    // Nobody knows which emails were seen.
    for (const rate of ['COOP1', 'CON1']) expect(tableOf(en, rate)).toBeUndefined()
    const named = { name: 'Languages', value: 'Chinese and English, as each person chooses', sealed: true }
    expect(factsOf(en)).toContainEqual(named)
    expect(tableOf(en, 'I – complete')?.[1]).toBe('320')
    for (const { en: wording } of DEFAULT_QUESTIONNAIRE.items) expect(JSON.stringify(en)).toContain(wording)
    // As travelers see it: the best answer first, and the panel above the first question.
    expect(JSON.stringify(en)).toContain('Very satisfied / Satisfied / ')
    const notesBefore = en.sections.at(-1)?.notes.join() ?? ''
    expect(notesBefore).toContain('Why: To learn what to improve.')
  }
})

test('the report of an open wave describes only its method', async () => {
  const openedApp = await openMethodReport()
  const caller = callerAs(openedApp.services, 'executive')
  const open = await caller.methodReport.show({ period: '2025-H2', locale: 'en' })
  expect(tableOf(open, 'RR1')).toBeUndefined()
  expect(tableOf(open, 'complete')).toBeUndefined()
  expect(factsOf(open).map(({ name }) => name)).not.toContain('Unweighted')
  expect(JSON.stringify(open)).toContain('Completeness is shown after it closes')
  await expect(caller.methodReport.show({ period: '2020-H1', locale: 'en' })).rejects.toThrow('no-wave')
})

test('the file loads nothing, runs nothing, and escapes markup in names', async () => {
  const openedApp = await openMethodReport()
  const { cookie } = await openedApp.join('auditor')
  const path = '/export/method-report.html?period=2025-H1&locale='
  const answer = await openedApp.send(`${path}en`, { headers: { cookie } })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="survey-2025-H1.html"')
  const html = await answer.text()
  expect(html).toContain('Far &#60;b&#62;&#38; Away')
  expect(html).not.toMatch(/<script|src=|href=|<b>|url\(/)
  expect(html.match(/<h2>/g)).toHaveLength(11)
  const chinese = await (await openedApp.send(`${path}zh-CN`, { headers: { cookie } })).text()
  expect(chinese).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(chinese).toContain('远行旅游')
  const statuses = [`${path}fr`, '/export/method-report.html?period=x&locale=en'].map(
    async (other) => (await openedApp.send(other, { headers: { cookie } })).status,
  )
  expect(await Promise.all(statuses)).toEqual([400, 400])
  expect(
    (await openedApp.send('/export/method-report.html?period=2020-H1&locale=en', { headers: { cookie } })).status,
  ).toBe(422)
  expect((await openedApp.send(`${path}en`)).status).toBe(401)
})
