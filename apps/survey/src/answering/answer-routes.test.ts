import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form, inputsWith, post, receiptIn } from '../testing/browser.ts'
import { answersIn, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeAll(async () => {
  work = await surveyAtWork()
})
afterAll(() => work.close())

const words = messages('en').survey.thanks
const answers = () => answersIn(work.database)

describe('the survey page', () => {
  it('stays identical after it was opened with GET, with HEAD and in the other language', async () => {
    const [link] = work.links
    const storedBefore = await work.database.snapshot()
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const path of [
        `/s/${link?.token}`,
        `/s/${link?.token}?lang=en`,
        `/u/${link?.unsubscribeToken}`,
        `/s/${link?.token}/thanks`,
      ]) {
        await work.app.request(path, { method })
      }
    }
    expect(await work.database.snapshot()).toEqual(storedBefore)
  })

  it('shows all questions with the best option first, and contains neither the link nor any script but its own', async () => {
    const { token } = work.links[0]!
    const page = await (await work.app.request(`/s/${token}?lang=en`)).text()
    expect([...page.matchAll(/<fieldset/g)]).toHaveLength(12)
    expect([...page.matchAll(/name="overall" value="(\w+)"/g)].map(([, value]) => value).join()).toBe('5,4,3,2,1,na,dk')
    expect(page).not.toContain(token)
    expect(page.replace(/<script src="\/js\/[0-9a-f]{8}" defer=""><\/script>/, '')).not.toMatch(
      /<script|https?:|src=|javascript:/,
    )
    expect(page).not.toMatch(/anonym/i)
  })

  it("uses the language in the URL, or else that of the invitation, and ignores the browser's language", async () => {
    const [chinese, english] = work.links
    const language = async (path: string) => {
      const answer = await work.app.request(path, { headers: { 'accept-language': 'en' } })
      return /<html lang="([\w-]+)"/.exec(await answer.text())?.[1]
    }
    expect(await language(`/s/${chinese?.token}`)).toBe('zh-CN')
    expect(await language(`/s/${english?.token}`)).toBe('en')
    expect(await language(`/s/${english?.token}?lang=zh-CN`)).toBe('zh-CN')
    expect(await language(`/s/${english?.token}?lang=xx`)).toBe('en')
    expect(await language('/s/unknown')).toBe('en')
  })
})

describe('posting an answer', () => {
  it('without the required item returns the form with all input, and marks the error beside the question and at the top', async () => {
    const { token } = work.links[0]!
    const hostileText = `</textarea><img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
    const fields = await form(work.app, token)
    const answer = await post(work.app, `/s/${token}?lang=en`, { ...fields, notice: '4', improve: hostileText })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toMatch(/<title>Error: /)
    expect(page).toMatch(/href="#overall"/)
    expect(inputsWith(page, 'id="overall"', 'value="5"')).toHaveLength(1)
    expect(inputsWith(page, 'name="notice"', 'value="4"', 'checked')).toHaveLength(1)
    expect(page).not.toMatch(/<img|<script>/)
    expect(page).toContain('&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(receiptIn(page)).toBe(fields.receipt)
    expect(await answers()).toEqual([])
  })

  it.each([
    ['a value that is not offered', { overall: '"><script>' }, 422],
    ['a field that is no question', { overall: '5', __proto__x: '1' }, 422],
    ['a comment over its length', { overall: '5', improve: '字'.repeat(1001) }, 422],
    ['no receipt code', { overall: '5', receipt: 'guessed' }, 422],
  ])('with %s is rejected and stores nothing', async (_, invalidFields, status) => {
    const { token } = work.links[0]!
    const answer = await post(work.app, `/s/${token}`, { ...(await form(work.app, token)), ...invalidFields })
    expect(answer.status).toBe(status)
    const page = await answer.text()
    expect(page).not.toContain('<script>')
    expect(page).toMatch(/class="sum"/)
    expect(await answers()).toEqual([])
  })

  it('with the language button keeps all input and stores nothing', async () => {
    const { token } = work.links[0]!
    const typedFields = { ...(await form(work.app, token)), overall: '5', improve: '少收一点', lang: 'en' }
    const answer = await post(work.app, `/s/${token}?lang=en`, typedFields)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('<html lang="en">')
    expect(inputsWith(page, 'name="overall"', 'value="5"', 'checked')).toHaveLength(1)
    expect(page).toContain('少收一点</textarea>')
    expect(receiptIn(page)).toBe(typedFields.receipt)
    expect(await answers()).toEqual([])
  })

  it('stores it, redirects to the thanks page, and shows the receipt code for 5 minutes from a cookie of that page', async () => {
    const { token } = work.links[0]!
    const fields = { ...(await form(work.app, token)), overall: '4', improve: '谢谢' }
    const response = await post(work.app, `/s/${token}?lang=zh-CN`, fields)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/s/${token}/thanks?lang=zh-CN`)
    expect(response.headers.get('set-cookie')).toBe(
      `receipt=${fields.receipt}; Max-Age=300; Path=/s/${token}/thanks; HttpOnly; Secure; SameSite=Lax`,
    )
    expect(await answers()).toEqual([{ values: { overall: '4' }, comment: '谢谢' }])

    const headers = { cookie: `receipt=${fields.receipt}` }
    for (let visit = 0; visit < 2; visit += 1) {
      const thanks = await work.app.request(`/s/${token}/thanks?lang=en`, { headers })
      const page = await thanks.text()
      expect(page).toContain(fields.receipt)
      expect(page).toContain(`<h2>${words.copy}</h2>`)
      expect(page).toMatch(/<dt>1 [^<]+<\/dt><dd>Satisfied<\/dd>/)
      expect(page).toMatch(/<dd>谢谢<\/dd>/)
      expect(page).toMatch(/<a href="\/receipt\?lang=en" target="_blank" rel="noopener">[^<]*\(opens in a new tab\)</)
      expect([thanks.headers.get('set-cookie'), thanks.headers.get('cache-control')]).toEqual([null, 'no-store'])
    }
    const laterPage = await (await work.app.request(`/s/${token}/thanks?lang=en`)).text()
    expect(laterPage).not.toContain(fields.receipt)
    for (const sentence of [words.again, words.shown]) expect(laterPage).toContain(sentence)
    expect(laterPage).not.toContain('谢谢')
    const forged = { headers: { cookie: 'receipt=<script>' } }
    expect(await (await work.app.request(`/s/${token}/thanks`, forged)).text()).not.toContain('<script>')

    const secondResponse = await post(work.app, `/s/${token}`, fields)
    expect(secondResponse.status).toBe(303)
    const otherResponse = await post(work.app, `/s/${token}`, {
      ...fields,
      receipt: (await form(work.app, work.links[1]!.token)).receipt,
    })
    expect(otherResponse.status).toBe(410)
    expect((await work.app.request(`/s/${token}`)).status).toBe(410)
    expect(await answers()).toHaveLength(1)
  })

  it('is required for the thanks page: an unused link redirects to its form, and an unknown link gets the usual notice', async () => {
    const { token } = work.links[4]!
    for (const headers of [{}, { cookie: 'receipt=guessed' }]) {
      const earlyResponse = await work.app.request(`/s/${token}/thanks?lang=en`, { headers })
      expect([earlyResponse.status, earlyResponse.headers.get('location')]).toEqual([303, `/s/${token}?lang=en`])
    }
    const [unknownLink, unknownPage] = await Promise.all(
      ['/s/none/thanks', '/s/none'].map((path) => work.app.request(path)),
    )
    expect([unknownLink?.status, await unknownLink?.text()]).toEqual([404, await unknownPage?.text()])
  })

  it('50 times at once from one form stores one answer', async () => {
    const { token } = work.links[2]!
    const countBefore = (await answers()).length
    const fields = { ...(await form(work.app, token)), overall: '2' }
    const responses = await Promise.all(Array.from({ length: 50 }, () => post(work.app, `/s/${token}`, fields)))
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await answers()).toHaveLength(countBefore + 1)
  })

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['from another site, known by its origin only', { origin: 'https://evil.example' }, 403],
    ['from a webview without either header', {}, 422],
    ['from a browser that hides its referrer', { origin: 'null' }, 422],
    ['from our page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 422],
  ])('%s gets its status', async (_, headers, status) => {
    const { token } = work.links[3]!
    const answer = await post(work.app, `/s/${token}`, await form(work.app, token), headers)
    expect(answer.status).toBe(status)
  })

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json', ''])(
    'as "%s" is rejected',
    async (type) => {
      const { token } = work.links[3]!
      const answer = await work.app.request(`/s/${token}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'overall=5',
      })
      expect(answer.status).toBe(415)
    },
  )
})
