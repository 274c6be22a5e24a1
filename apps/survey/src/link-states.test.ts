import { afterEach, expect, it } from 'vitest'
import { form, post } from './testing/browser.ts'
import { AFTER_THE_END, OPENED_AT, rowsOf, type SurveyAtWork, surveyAtWork } from './testing/survey-at-work.ts'

let work: SurveyAtWork
afterEach(() => work.close())

const open = async () => {
  work = await surveyAtWork()
  return work.links[0]!
}
const title = (page: string) => /<h1>([^<]*)</.exec(page)?.[1]

it('gives everything that is no link of ours the same bytes, whatever it looks like', async () => {
  const { token, unsubscribeToken } = await open()
  const wrong = [
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
    '/',
    '/favicon.ico',
    `/s/${token}/`,
    `/s/${token}/answer`,
  ]
  const pages = await Promise.all(
    wrong.map(async (path) => {
      const answer = await work.app.request(path)
      return [answer.status, await answer.text(), JSON.stringify([...answer.headers])].join('\n')
    }),
  )
  expect(new Set(pages).size).toBe(1)
  const posted = await post(work.app, `/s/${token.slice(0, -1)}`, { receipt: 'x', overall: '5' })
  expect([posted.status, await posted.text(), JSON.stringify([...posted.headers])].join('\n')).toBe(pages[0])
  expect(pages[0]).toMatch(/^404\n/)
})

it('tells a used, an expired and a closed link apart, on pages of their own', async () => {
  const { token } = await open()
  const fields = { ...(await form(work.app, token)), overall: '5' }
  const late = await form(work.app, work.links[1]!.token)
  await post(work.app, `/s/${token}`, fields)
  const used = await work.app.request(`/s/${token}?lang=en`)
  expect([used.status, title(await used.text())]).toEqual([410, 'An answer has already been given here'])

  work.setTime(AFTER_THE_END)
  const expired = await work.app.request(`/s/${work.links[1]?.token}?lang=en`)
  expect([expired.status, title(await expired.text())]).toEqual([410, 'This link no longer works'])
  expect((await post(work.app, `/s/${work.links[1]?.token}`, { ...late, overall: '5' })).status).toBe(410)

  await work.closeWave()
  const closed = await work.app.request(`/s/${work.links[1]?.token}?lang=zh-CN`)
  expect([closed.status, title(await closed.text())]).toEqual([410, '本次问卷已经关闭'])
  expect((await post(work.app, `/s/${work.links[1]?.token}`, { ...late, overall: '5' })).status).toBe(410)
  expect(rowsOf<{ n: number }>(work.file, 'SELECT COUNT(*) AS n FROM answer')).toEqual([{ n: 1 }])
})

it('takes an answer in the last millisecond of the closing day of the organisation', async () => {
  const { token } = await open()
  const fields = { ...(await form(work.app, token)), overall: '5' }
  work.setTime(AFTER_THE_END - 1)
  expect((await post(work.app, `/s/${token}`, fields)).status).toBe(303)
  work.setTime(OPENED_AT)
})

it('refuses other methods, and says which it takes', async () => {
  const { token } = await open()
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await work.app.request(`/s/${token}`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  }
  expect((await work.app.request('/s/x/thanks', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
})
