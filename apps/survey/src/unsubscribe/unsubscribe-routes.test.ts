import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { systemIds, systemSleep } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import { openStore } from '@wayproof/operations/store/open-store'
import { readUnsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../app.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

async function suppressedAddresses() {
  const suppressions = await work.database.rows<{ reason: string }>('SELECT reason FROM suppression')
  return suppressions.map(({ reason }) => reason)
}
const urlencoded = () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
const multipart = () => {
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  return body
}

it('GET and HEAD ask for confirmation and change nothing', async () => {
  const path = `/u/${work.links[0]?.unsubscribeToken}`
  const page = await work.app.request(`${path}?lang=en`)
  await work.app.request(path, { method: 'HEAD' })
  expect(page.status).toBe(200)
  expect(await page.text()).toMatch(/<form method="post"|<form action="\?lang=en" method="post"/)
  expect(await suppressedAddresses()).toEqual([])
})

it('the page says that the address is already unsubscribed in both languages, and only for that address', async () => {
  const [gone, otherPath] = work.links.map(({ unsubscribeToken }) => `/u/${unsubscribeToken}`)
  await work.app.request(gone!, { method: 'POST', body: urlencoded() })
  const rowsBefore = await work.database.rows('SELECT * FROM suppression')
  for (const lang of LOCALES) {
    const { done, title } = messages(lang).survey.unsubscribe
    for (const [path, sentence] of [
      [gone, done],
      [otherPath, title],
    ]) {
      const page = await (await work.app.request(`${path}?lang=${lang}`)).text()
      expect(page).toContain(`<h1>${sentence}</h1>`)
      expect(page.includes(`action="?lang=${lang}"`)).toBe(sentence === title)
    }
  }
  await work.app.request(gone!, { method: 'HEAD' })
  expect(await work.database.rows('SELECT * FROM suppression')).toEqual(rowsBefore)
})

it('a traveler whose mailbox only bounced can still unsubscribe', async () => {
  const { keyring } = work.surveyApp.survey
  const token = work.links[0]!.unsubscribeToken
  await work.store.survey.suppressAddress(readUnsubscribeToken(keyring, token)!, 'bounced', 1)
  expect(await (await work.app.request(`/u/${token}`)).text()).toContain('<form')
  await work.app.request(`/u/${token}`, { method: 'POST', body: urlencoded() })
  expect(await (await work.app.request(`/u/${token}`)).text()).toContain('/undo?lang=')
  expect(await suppressedAddresses()).toEqual(['unsubscribed'])
})

it.each([
  ['urlencoded', urlencoded],
  ['multipart', multipart],
])('a one-click POST that is %s, without cookie or origin, unsubscribes at once', async (_, body) => {
  const path = `/u/${work.links[0]?.unsubscribeToken}`
  const answer = await work.app.request(path, { method: 'POST', body: body() })
  expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([200, null, null])
  expect(await suppressedAddresses()).toEqual(['unsubscribed'])
})

it('50 simultaneous one-click requests have the effect of one', async () => {
  const path = `/u/${work.links[0]?.unsubscribeToken}`
  const pressed = Array.from({ length: 50 }, (_, n) =>
    work.app.request(path, { method: 'POST', body: n % 2 ? urlencoded() : multipart() }),
  )
  expect(new Set((await Promise.all(pressed)).map(({ status }) => status))).toEqual(new Set([200]))
  expect(await suppressedAddresses()).toEqual(['unsubscribed'])
})

it('a survey link or a forged link unsubscribes nobody', async () => {
  const { token, unsubscribeToken } = work.links[0]!
  for (const unknownToken of [token, unsubscribeToken.slice(1), 'x']) {
    expect((await work.app.request(`/u/${unknownToken}`, { method: 'POST', body: urlencoded() })).status).toBe(404)
  }
  expect(await suppressedAddresses()).toEqual([])
})

it('the survey link of an unsubscribed traveler still works', async () => {
  const { token, unsubscribeToken } = work.links[0]!
  await work.app.request(`/u/${unsubscribeToken}`, { method: 'POST', body: urlencoded() })
  expect((await work.app.request(`/s/${token}`)).status).toBe(200)
})

it('while the journal cannot be written an unsubscribe is refused with a sentence, and it works afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-journal-'))
  const { survey } = work.surveyApp
  const store = await openStore({
    databaseUrl: work.database.databaseUrl,
    backupFolder: folder,
    clock: survey.clock,
    ids: systemIds,
    tokens: survey.tokens,
    keyring: survey.keyring,
    timeZone: survey.timeZone,
    sleep: systemSleep,
  })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  const app = createApp({ ...work.surveyApp, survey: { ...survey, store: store.survey } })
  const unsubscribe = () =>
    app.request(`/u/${work.links[0]?.unsubscribeToken}?lang=en`, { method: 'POST', body: urlencoded() })
  const journal = join(folder, 'journal.log')
  // Also root cannot write to a folder.
  mkdirSync(journal)
  const refused = await unsubscribe()
  expect(refused.status).toBe(503)
  expect(await refused.text()).toContain(messages('en').survey.notices['not-stored'].text)
  expect(work.logged).toMatchObject([{ code: 'journal-unwritable' }])
  expect(await suppressedAddresses()).toEqual([])
  rmdirSync(journal)
  expect((await unsubscribe()).status).toBe(200)
  expect(await suppressedAddresses()).toEqual(['unsubscribed'])
  expect(readFileSync(journal, 'utf8')).toContain('"unsubscribed"')
})
