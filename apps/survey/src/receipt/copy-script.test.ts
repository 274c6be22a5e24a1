import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { follow, form, post } from '../testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

it.each(LOCALES)(
  'the thanks have the receipt code, complete without the script that adds a button to copy it, in %s',
  async (lang) => {
    const { token } = work.links[0]!
    const fields = { ...(await form(work.app, token)), overall: '5' }
    const sent = await post(work.app, `/s/${token}?lang=${lang}`, fields)
    const thanks = await (await follow(work.app, sent)).text()
    const { copyCode, keep } = messages(lang).survey.thanks
    expect(thanks).toContain(keep)
    expect(thanks).toContain('.code{user-select:all;')
    expect(thanks).not.toContain(copyCode.button)
    const [path = '', ...others] = [...thanks.matchAll(/<script src="([^"]+)" defer="">/g)].map(([, src]) => src)
    expect(others).toEqual([])
    const script = await work.app.request(path)
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
    const text = await script.text()
    expect(text).toContain(copyCode.button)
    expect(text).not.toContain(fields.receipt)
    expect(text).not.toMatch(/fetch|http/)
  },
)

it('the thanks that are opened again have no code and no script', async () => {
  const { token } = work.links[0]!
  await post(work.app, `/s/${token}`, { ...(await form(work.app, token)), overall: '5' })
  expect(await (await work.app.request(`/s/${token}/thanks`)).text()).not.toContain('<script')
})
