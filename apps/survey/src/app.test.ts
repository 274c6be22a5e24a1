import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { messages } from '@wayproof/messages/messages'
import { afterEach, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { QUESTIONNAIRE_STYLE } from './components/brand-style.ts'
import { accessLine } from './http/access-log.ts'
import { form, post } from './testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from './testing/survey-at-work.ts'

let work: SurveyAtWork
afterEach(() => work.close())

const brokenApp = () =>
  createApp({
    ...work.surveyApp,
    organisation: { get: () => Promise.reject(new Error(`secret of ${work.links[0]?.token} and a@b.example`)) },
  })

it('every response has the same security headers, errors included', async () => {
  work = await surveyAtWork()
  const { token, unsubscribeToken } = work.links[0]!
  const fields = { ...(await form(work.app, token)), overall: '5' }
  const answers = [
    await work.app.request('/'),
    await work.app.request(`/s/${token}`),
    await work.app.request(`/s/${token}`, { headers: { 'accept-encoding': 'br' } }),
    await post(work.app, `/s/${token}`, {}),
    await post(work.app, `/s/${token}`, fields),
    await work.app.request(`/s/${token}`),
    await work.app.request(`/s/${token}/thanks`),
    await work.app.request(`/u/${unsubscribeToken}`),
    await work.app.request(`/u/${unsubscribeToken}`, { method: 'POST' }),
    await work.app.request('/nowhere'),
    await work.app.request(`/s/${token}`, { method: 'DELETE' }),
    await post(work.app, `/s/${token}`, {}, { origin: 'https://evil.example' }),
    await post(work.app, `/s/${token}`, { improve: 'x'.repeat(70_000) }),
    await brokenApp().request(`/s/${token}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([
    200, 200, 200, 422, 303, 410, 200, 200, 200, 404, 405, 403, 413, 500,
  ])
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src( 'sha256-[^']+')+; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    )
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  }
  expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1)
})

it('HSTS is sent only if the public address uses https', async () => {
  work = await surveyAtWork({ surveyUrl: 'http://127.0.0.1:4310' })
  const { token } = work.links[0]!
  const response = await post(work.app, `/s/${token}`, { ...(await form(work.app, token)), overall: '5' })
  expect(response.headers.get('strict-transport-security')).toBeNull()
  expect(response.headers.get('set-cookie')).not.toMatch(/secure/i)
})

it('an unexpected error gets an ID, and is logged without link, URL or answer', async () => {
  work = await surveyAtWork()
  const { token } = work.links[0]!
  const answer = await brokenApp().request(`/s/${token}?lang=en`)
  const page = await answer.text()
  const [line = {}] = work.logged
  expect(answer.status).toBe(500)
  expect(page).toContain(line.errorId)
  expect(page).not.toMatch(/secret|at \w+ \(|\.ts/)
  expect(line).toMatchObject({ level: 'error', request: 'GET /s/:token', error: 'Error' })
  expect(JSON.stringify(work.logged)).not.toMatch(/secret|b\.example/)
  expect(JSON.stringify(work.logged)).not.toContain(token)
})

it('the access log has one line per request, with neither link nor time', async () => {
  work = await surveyAtWork()
  const { token, unsubscribeToken } = work.links[0]!
  await post(work.app, `/s/${token}`, { ...(await form(work.app, token)), overall: '5' })
  await work.app.request(`/s/${token}/thanks?lang=en`, { method: 'HEAD' })
  await work.app.request(`/u/${unsubscribeToken}`, { method: 'POST' })
  await work.app.request(`/x/${token}`)
  expect(work.accessLines).toEqual([
    accessLine('GET', '/s/:token', 200),
    accessLine('POST', '/s/:token', 303),
    accessLine('HEAD', '/s/:token/thanks', 200),
    accessLine('POST', '/u/:token', 200),
    accessLine('GET', '*', 404),
  ])
})

it('a comment of 2 MB gets an explaining page over a real connection', async () => {
  work = await surveyAtWork()
  const server = createAdaptorServer({ fetch: work.app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  try {
    const answer = await fetch(`http://127.0.0.1:${address.port}/s/${work.links[0]?.token}?lang=en`, {
      method: 'POST',
      body: new URLSearchParams({ overall: '5', improve: 'x'.repeat(2_000_000) }),
    })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Your text is too long')
  } finally {
    server.close()
  }
})

it.each([
  ['/receipt', 'receipt', 'code', 404],
  ['/rights/case', 'case', 'code', 404],
  ['/rights/check', 'digits', 'digits', 422],
  ['/whistle-blowing/report', 'case', 'code', 404],
])('%s shows a wrong code at the top, with the focus and a link to its field', async (path, name, id, status) => {
  work = await surveyAtWork()
  const response = await post(work.app, `${path}?lang=en`, { [name]: 'no code' })
  const page = await response.text()
  expect(response.status).toBe(status)
  expect(page).toMatch(/<title>Error: /)
  expect(page).toMatch(/<h1>[^<]*<\/h1><div class="sum" role="alert" tabindex="-1" autofocus="">/i)
  expect(page).toMatch(new RegExp(`<a href="#${id}">[^<:]+: (We found no|This code is wrong)`))
  expect(page).toMatch(new RegExp(`<input[^>]* id="${id}"[^>]* aria-invalid="true"[^>]* value="no code"`))
})

it('every page labels sample data', async () => {
  work = await surveyAtWork({}, true)
  for (const path of [`/s/${work.links[0]?.token}`, '/s/x', `/u/${work.links[0]?.unsubscribeToken}`, '/s/x/thanks']) {
    expect(await (await work.app.request(`${path}?lang=en`)).text()).toContain('Sample data')
  }
})

it.each([
  ['en', /privacy officer (reads|sees) comments/i],
  ['zh-CN', /意见.*遮盖.*负责人/],
] as const)(
  'every %s page that says who sees answers also says that single comments are read',
  async (locale, pattern) => {
    work = await surveyAtWork()
    const page = await (await work.app.request(`/s/${work.links[0]?.token}?lang=${locale}`)).text()
    expect(/<details class="trust".*?<\/details>/.exec(page)?.[0]).toMatch(pattern)
    expect(messages(locale).letters.survey.kept(5).join(' ')).toMatch(pattern)
  },
)

it("the survey page names the smallest group for which the wave's results are shown", async () => {
  work = await surveyAtWork({}, false)
  await work.database.run('UPDATE wave SET smallest_group = 8')
  const page = await (await work.app.request(`/s/${work.links[0]?.token}?lang=en`)).text()
  expect(page).toContain('totals, never for fewer than 8 people.')
})

it('the page is one small request with a style under 3 KB, and has the same text in either encoding', async () => {
  work = await surveyAtWork()
  expect(QUESTIONNAIRE_STYLE.length).toBeLessThan(3000)
  const page = (encoding: string) =>
    work.app.request(`/s/${work.links[0]?.token}?lang=zh-CN`, { headers: { 'accept-encoding': encoding } })
  const compressedPage = await page('gzip, br')
  expect(compressedPage.headers.get('content-encoding')).toBe('br')
  expect((await compressedPage.arrayBuffer()).byteLength).toBeLessThan(3500)
  expect((await page('gzip')).headers.get('content-encoding')).toBe('gzip')
  expect((await page('identity')).headers.get('content-encoding')).toBeNull()
})

it('a full disk tells the traveler that nothing was stored, and the same form can be stored later', async () => {
  work = await surveyAtWork()
  const { token } = work.links[0]!
  const fields = { ...(await form(work.app, token)), overall: '5' }
  const full = Object.assign(new Error('the disk took no more'), { code: 'disk-full' })
  const store = { ...work.surveyApp.survey.store, saveAnswer: () => Promise.reject(full) }
  const crowded = createApp({ ...work.surveyApp, survey: { ...work.surveyApp.survey, store } })
  const response = await post(crowded, `/s/${token}?lang=en`, fields)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('300')
  expect(await response.text()).toContain('Nothing was saved.')
  expect((await post(work.app, `/s/${token}`, fields)).status).toBe(303)
})

it('on a damaged database pages are read-only and say so, and a link opens no form', async () => {
  work = await surveyAtWork()
  const { token } = work.links[0]!
  const { store } = work.surveyApp.survey
  const code = 'damaged'
  const refusing = {
    ...store,
    saveAnswer: () => Promise.reject(Object.assign(new Error('page 7 is broken'), { code })),
  }
  const survey = { ...work.surveyApp.survey, store: refusing }
  const damaged = createApp({ ...work.surveyApp, survey, isReadOnly: () => true })
  const noAnswers = messages('en').survey.notices['no-answers'].text
  const home = await damaged.request('/?lang=en')
  expect([home.status, await home.text()]).toEqual([200, expect.stringContaining(noAnswers)])
  const opened = await damaged.request(`/s/${token}?lang=en`)
  const page = await opened.text()
  expect([opened.status, page.includes(noAnswers), page.includes('name="receipt"')]).toEqual([503, true, false])
  const sent = await post(damaged, `/s/${token}?lang=en`, { ...(await form(work.app, token)), overall: '5' })
  expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining(noAnswers)])
  expect(await (await work.app.request('/?lang=en')).text()).not.toContain(noAnswers)
})

it('security.txt names the contact of the organization, and is missing before there is one', async () => {
  work = await surveyAtWork()
  const answer = await work.app.request('/.well-known/security.txt')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)])
  const organisation = await work.surveyApp.organisation.get()
  const text = await answer.text()
  expect(text).toContain(`Contact: mailto:${organisation?.contactEmail}\n`)
  expect(text).toContain(`Canonical: ${work.surveyApp.surveyUrl}/.well-known/security.txt\n`)
  expect(text).toContain('Preferred-Languages: zh, en\n')
  const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? []
  expect(Date.parse(expires)).toBeGreaterThan(work.surveyApp.survey.clock.now())
  expect((await work.app.request('/.well-known/security.txt', { method: 'POST' })).status).toBe(405)
  const empty = createApp({ ...work.surveyApp, organisation: { get: async () => null } })
  expect((await empty.request('/.well-known/security.txt')).status).toBe(404)
})
