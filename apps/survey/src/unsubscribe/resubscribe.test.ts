import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { readUnsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { suppressAddress } from '@wayproof/survey/travelers/suppress-address'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { post } from '../testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const pathOf = (index: number) => `/u/${work.links[index]!.unsubscribeToken}`
const reasons = async () =>
  (await work.database.rows<{ reason: string }>('SELECT reason FROM suppression')).map(({ reason }) => reason)

it.each(LOCALES)('the page after unsubscribing leads back, by a POST of its own form alone, in %s', async (lang) => {
  const { undoButton, undone, title } = messages(lang).survey.unsubscribe
  const path = pathOf(0)
  const done = await (await post(work.app, `${path}?lang=${lang}`, {})).text()
  const action = /action="([^"]+\/undo[^"]*)"/.exec(done)?.[1] ?? ''
  expect([action, done.includes(undoButton)]).toEqual([`${path}/undo?lang=${lang}`, true])

  const opened = await work.app.request(action)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `${path}?lang=${lang}`])
  const foreign = await post(work.app, action, {}, { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' })
  expect([foreign.status, await reasons()]).toEqual([403, ['unsubscribed']])

  for (const _ of [1, 2]) expect(await (await post(work.app, action, {})).text()).toContain(`<h1>${undone}</h1>`)
  expect(await reasons()).toEqual([])
  expect(await (await work.app.request(`${path}?lang=${lang}`)).text()).toContain(`<h1>${title}</h1>`)
})

it('an objection that an officer recorded stays, and the page offers no way back', async () => {
  const path = pathOf(1)
  await post(work.app, path, {})
  expect(readUnsubscribeToken(work.surveyApp.survey.keyring, work.links[1]!.unsubscribeToken)).not.toBeNull()
  await suppressAddress(work.surveyApp.survey, { email: 'traveler-1@mail.example' })
  const page = await (await work.app.request(`${path}?lang=en`)).text()
  expect(page).not.toContain('/undo')
  const answer = await (await post(work.app, `${path}/undo?lang=en`, {})).text()
  expect(answer).toContain(messages('en').survey.unsubscribe.done)
  expect(await reasons()).toEqual(['objected'])
})

it('an unknown link takes nothing back', async () => {
  expect((await post(work.app, '/u/none/undo', {})).status).toBe(404)
})
