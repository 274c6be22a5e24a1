import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, expect, it } from 'vitest'
import { form, post } from '../testing/browser.ts'
import { sealHalfYear } from '../testing/sealed-half-year.ts'
import { AFTER_THE_END, OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
afterEach(() => work.close())

const open = async () => {
  work = await surveyAtWork()
  return work.links[0]!
}
const title = (page: string) => /<h1>([^<]*)</.exec(page)?.[1]

it('every invalid link gets the same bytes, whatever it looks like', async () => {
  const { token, unsubscribeToken } = await open()
  const unknownPaths = [
    `/s/${token.slice(0, -1)}`,
    `/s/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    `/s/${token.toUpperCase()}`,
    `/s/${token}%00`,
    `/s/${unsubscribeToken}`,
    `/u/${token}`,
    `/s/${'A'.repeat(10_000)}`,
    '/s/%E0%A4%A',
    '/s/..%2f..%2fetc',
    '/s/',
    '/favicon.ico',
    `/s/${token}/`,
    `/s/${token}/answer`,
  ]
  const pages = await Promise.all(
    unknownPaths.map(async (path) => {
      const answer = await work.app.request(path)
      return [answer.status, await answer.text(), JSON.stringify([...answer.headers])].join('\n')
    }),
  )
  expect(new Set(pages).size).toBe(1)
  const response = await post(work.app, `/s/${token.slice(0, -1)}`, { receipt: 'x', overall: '5' })
  expect([response.status, await response.text(), JSON.stringify([...response.headers])].join('\n')).toBe(pages[0])
  expect(pages[0]).toMatch(/^404\n/)
})

it.each(LOCALES)('the page for an invalid link leads to the pages that need no link, in %s', async (lang) => {
  await open()
  const see = async (path: string) => (await work.app.request(`${path}?lang=${lang}`)).text()
  for (const path of ['/s/none', '/nowhere'])
    expect(await see(path)).toContain(`<a class="way" href="/?lang=${lang}">${messages(lang).survey.home.link}</a>`)
  const home = await work.app.request(`/?lang=${lang}`)
  expect([home.status, home.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const page = await home.text()
  expect(page).toContain(`<b>${lang === 'en' ? 'Yuntu Travel' : '云途旅行'}</b>`)
  const links = [...page.matchAll(/class="way" href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual(
    ['/receipt', '/rights', '/privacy', '/whistle-blowing', '/accessibility'].map((path) => `${path}?lang=${lang}`),
  )
  // Reports are mentioned once any is published.
  await sealHalfYear(work.database)
  await work.store.publicReports.publish({ id: 'p', period: '2025-H2', at: 1, by: 'Lin' })
  expect(await see('/')).toContain(`class="way" href="/report?lang=${lang}"`)
  expect((await work.app.request('/', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
})

it('used, expired and closed links each get their own page', async () => {
  const { token } = await open()
  const fields = { ...(await form(work.app, token)), overall: '5' }
  const lateForm = await form(work.app, work.links[1]!.token)
  await post(work.app, `/s/${token}`, fields)
  const usedLink = await work.app.request(`/s/${token}?lang=en`)
  expect([usedLink.status, title(await usedLink.text())]).toEqual([410, 'This link has already been used'])

  work.setTime(AFTER_THE_END)
  const expired = await work.app.request(`/s/${work.links[1]?.token}?lang=en`)
  expect([expired.status, title(await expired.text())]).toEqual([410, 'This link no longer works'])
  expect((await post(work.app, `/s/${work.links[1]?.token}`, { ...lateForm, overall: '5' })).status).toBe(410)

  await work.closeWave()
  const closed = await work.app.request(`/s/${work.links[1]?.token}?lang=zh-CN`)
  expect([closed.status, title(await closed.text())]).toEqual([410, '问卷已截止'])
  expect((await post(work.app, `/s/${work.links[1]?.token}`, { ...lateForm, overall: '5' })).status).toBe(410)
  expect(await work.database.rows<{ n: number }>('SELECT count(*) AS n FROM answer')).toEqual([{ n: 1 }])
})

it("an answer is accepted in the last millisecond of the closing day in the organization's time zone", async () => {
  const { token } = await open()
  const fields = { ...(await form(work.app, token)), overall: '5' }
  work.setTime(AFTER_THE_END - 1)
  expect((await post(work.app, `/s/${token}`, fields)).status).toBe(303)
  work.setTime(OPENED_AT)
})

it('other methods are rejected with the list of allowed ones', async () => {
  const { token } = await open()
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await work.app.request(`/s/${token}`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  }
  expect((await work.app.request('/s/x/thanks', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
})
