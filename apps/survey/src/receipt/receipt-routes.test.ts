import { rebuildTallies } from '@wayproof/survey/answers/rebuild-tallies'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { follow, form, inputsWith, post, receiptIn } from '../testing/browser.ts'
import { AFTER_THE_END, answersIn, OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const HOSTILE_TEXT = `</dd></textarea><img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
const POSTS = ['/receipt', '/receipt/correct', '/receipt/correction', '/receipt/withdraw', '/receipt/withdrawal']
const UNKNOWN_CODE = '0000-0000-0000-0000-0000-0000-0000'

/** Submits an answer with the link of that index; resolves to the receipt code. */
async function answer(fields: Readonly<Record<string, string>>, link = 0): Promise<string> {
  const { token } = work.links[link]!
  const { receipt } = await form(work.app, token)
  const response = await post(work.app, `/s/${token}`, { receipt, ...fields })
  expect(response.status).toBe(303)
  return receipt
}
const send = (path: string, fields: Readonly<Record<string, string>>) => post(work.app, `${path}?lang=en`, fields)
const answers = () => answersIn(work.database)
const title = (page: string) => /<h1>([^<]*)</.exec(page)?.[1]

describe('the receipt pages', () => {
  it('change nothing until the last button, and contain no script and no foreign URL', async () => {
    const receipt = await answer({ overall: '4', improve: HOSTILE_TEXT })
    const storedBefore = await work.database.snapshot()
    for (const path of [...POSTS, '/receipt/corrected', '/receipt/withdrawn']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const { status } = await work.app.request(`${path}?receipt=${receipt}`, { method })
        expect([method, path, status]).toEqual([
          method,
          path,
          method === 'OPTIONS' ? 405 : path === '/receipt' ? 200 : 303,
        ])
      }
    }
    for (const path of ['/receipt', '/receipt/correct', '/receipt/withdraw']) {
      const page = await (await send(path, { receipt })).text()
      expect(receiptIn(page)).toBe(receipt)
      expect(page).not.toMatch(/<img|<script|https?:|javascript:/)
      expect(page.match(/(?:action|href)="[^"]*"/gi)?.join()).not.toContain(receipt)
    }
    expect(await work.database.snapshot()).toEqual(storedBefore)
  })

  it('are linked from the thanks page and from a used link, and redirect to the form without a code', async () => {
    const receipt = await answer({ overall: '4' })
    const { token } = work.links[0]!
    const thanks = await work.app.request(`/s/${token}/thanks?lang=en`, { headers: { cookie: `receipt=${receipt}` } })
    expect(await thanks.text()).toContain(
      '<a href="/receipt?lang=en" target="_blank" rel="noopener">https://survey.example/receipt ',
    )
    expect(await (await work.app.request(`/s/${token}?lang=en`)).text()).toContain('href="/receipt?lang=en"')
    for (const path of ['withdrawal', 'corrected', 'withdrawn']) {
      const lostPage = await work.app.request(`/receipt/${path}?lang=en`)
      expect([lostPage.status, lostPage.headers.get('location')]).toEqual([303, '/receipt?lang=en'])
    }
  })

  it('show the whole answer, its comment as plain text, in both languages', async () => {
    const receipt = await answer({ overall: '4', trust: 'dk', improve: HOSTILE_TEXT })
    const page = await (await send('/receipt', { receipt: receipt.toLowerCase() })).text()
    expect(title(page)).toBe('Your answers')
    expect(page).toMatch(/<dd>Satisfied<\/dd>/)
    expect(page).toContain('&lt;/dd&gt;&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(page).toContain('until the end of 20 January 2026')
    expect(page).toContain('formAction="/receipt?lang=zh-CN"')
    const chinese = await post(work.app, '/receipt?lang=zh-CN', { receipt, lang: 'zh-CN' })
    expect(title(await chinese.text())).toBe('您的答卷')
  })
})

describe('changing an answer', () => {
  it('starts with the stored answer and replaces it', async () => {
    const receipt = await answer({ overall: '4', trust: 'dk', improve: HOSTILE_TEXT })
    const page = await (await send('/receipt/correct', { receipt })).text()
    expect(inputsWith(page, 'name="overall"', 'value="4"', 'checked')).toHaveLength(1)
    expect(inputsWith(page, 'name="trust"', 'value="dk"', 'checked')).toHaveLength(1)
    expect(inputsWith(page, 'checked')).toHaveLength(2)
    expect(page).toContain('&lt;/dd&gt;&lt;/textarea&gt;')
    const response = await send('/receipt/correction', { receipt, overall: '2', improve: '谢谢' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/receipt/corrected?lang=en'])
    expect(await answers()).toEqual([{ values: { overall: '2' }, comment: '谢谢' }])
    expect(title(await (await follow(work.app, response)).text())).toBe('Your answers are changed')
  })

  it('with an error returns the form with all input, marked beside the question and at the top', async () => {
    const receipt = await answer({ overall: '4' })
    const typedFields = { receipt, overall: '', notice: '3', improve: HOSTILE_TEXT }
    const response = await send('/receipt/correction', typedFields)
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toMatch(/<title>Error: /)
    expect(page).toMatch(/href="#overall"/)
    expect(inputsWith(page, 'name="notice"', 'value="3"', 'checked')).toHaveLength(1)
    expect(page).not.toMatch(/<img|<script/)
    expect(await answers()).toEqual([{ values: { overall: '4' }, comment: null }])
  })

  it('keeps all input when the language is switched, and stores nothing', async () => {
    const receipt = await answer({ overall: '4' })
    const response = await post(work.app, '/receipt/correct?lang=zh-CN', { receipt, overall: '1', lang: 'zh-CN' })
    const page = await response.text()
    expect(page).toContain('<html lang="zh-CN">')
    expect(inputsWith(page, 'name="overall"', 'value="1"', 'checked')).toHaveLength(1)
    expect(page).toContain('action="/receipt/correction?lang=zh-CN"')
    expect(await answers()).toEqual([{ values: { overall: '4' }, comment: null }])
  })
})

describe('withdrawing an answer', () => {
  it('asks for confirmation, then deletes the answer and leaves the link used', async () => {
    const receipt = await answer({ overall: '4', improve: 'gone' })
    const confirmation = await (await send('/receipt/withdraw', { receipt })).text()
    expect(confirmation).toContain('You can’t undo this')
    expect(await answers()).toHaveLength(1)
    const response = await send('/receipt/withdrawal', { receipt })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/receipt/withdrawn?lang=en'])
    expect(response.headers.get('set-cookie')).toBe(
      'done=1; Max-Age=300; Path=/receipt/withdrawn; HttpOnly; Secure; SameSite=Lax',
    )
    expect(title(await (await follow(work.app, response)).text())).toBe('Your answers are withdrawn')
    expect(await answers()).toEqual([])
    expect((await send('/receipt/withdrawal', { receipt })).status).toBe(404)
    expect((await work.app.request(`/s/${work.links[0]?.token}`)).status).toBe(410)
    const counted = 'SELECT sum(answered) AS a, sum(withdrawn) AS w FROM answer_counter'
    expect(await work.database.rows(counted)).toEqual([{ a: 0, w: 1 }])
  })

  it('is not possible from another site', async () => {
    const receipt = await answer({ overall: '4' })
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    for (const path of POSTS) expect((await post(work.app, path, { receipt }, crossSite)).status).toBe(403)
    expect(await answers()).toHaveLength(1)
  })
})

describe('an unknown receipt code', () => {
  it('gets the same response on every page, and the typed code remains in the field', async () => {
    const receipt = await answer({ overall: '4' })
    await send('/receipt/withdrawal', { receipt })
    const pages = []
    for (const typedCode of [receipt, UNKNOWN_CODE, 'x', '', `"><script>alert(1)</script>`]) {
      for (const path of POSTS) {
        const response = await send(path, { receipt: typedCode, overall: '5' })
        const page = await response.text()
        expect(page).not.toContain('<script')
        const [input = ''] = inputsWith(page, 'id="code"')
        expect(input).toMatch(/aria-invalid="true"/)
        pages.push(
          [response.status, page.replace(/ value="[^"]*"/, ''), JSON.stringify([...response.headers])].join('\n'),
        )
      }
    }
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toMatch(/^404\n/)
    expect(await (await send('/receipt', { receipt: '7k2m' })).text()).toContain('value="7k2m"')
  })

  it('is reported 30 times a minute, then asked to wait; a valid code still finds its answer', async () => {
    const receipt = await answer({ overall: '4' })
    const statuses = async (count: number) => {
      const responses = await Promise.all(
        Array.from({ length: count }, () => send('/receipt', { receipt: UNKNOWN_CODE })),
      )
      return responses.map(({ status }) => status).toSorted()
    }
    expect(await statuses(31)).toEqual([...Array.from({ length: 30 }, () => 404), 429])
    const limited = await send('/receipt/withdrawal', { receipt: UNKNOWN_CODE })
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '60'])
    expect(title(await limited.text())).toBe('Wait a few minutes')
    expect((await send('/receipt', { receipt })).status).toBe(200)
    work.setTime(OPENED_AT + 60_000)
    expect(await statuses(1)).toEqual([404])
  })

  it('is every code once the wave is unlinked; from the close on no answer can be changed', async () => {
    const receipt = await answer({ overall: '4' })
    work.setTime(AFTER_THE_END)
    for (const path of POSTS) {
      const lateResponse = await send(path, { receipt, overall: '1' })
      expect([lateResponse.status, title(await lateResponse.text())]).toEqual([410, 'This survey is closed'])
    }
    await work.closeWave()
    for (const path of POSTS) expect((await send(path, { receipt, overall: '1' })).status).toBe(404)
    const { survey } = work.store
    expect(await rebuildTallies({ store: survey }, { period: '2025-H2' })).toMatchObject({ value: { differences: [] } })
  })
})

it('unknown links are asked to wait after 1,000 in 10 minutes; valid links and icons are not', async () => {
  const statusOf = async (path: string, init?: RequestInit) => (await work.app.request(path, init)).status
  const statuses = new Set<number>()
  for (let n = 0; n < 500; n += 1) {
    statuses.add(await statusOf(`/s/x${n}`))
    statuses.add(await statusOf(`/u/x${n}`, { method: 'POST' }))
  }
  expect(statuses).toEqual(new Set([404]))
  expect([
    await statusOf('/s/x'),
    await statusOf('/u/x'),
    await statusOf('/s/x/y'),
    await statusOf('/favicon.ico'),
  ]).toEqual([429, 429, 429, 404])
  const { token, unsubscribeToken } = work.links[0]!
  expect([await statusOf(`/s/${token}`), await statusOf(`/u/${unsubscribeToken}`)]).toEqual([200, 200])
  work.setTime(OPENED_AT + 600_000)
  expect(await statusOf('/s/x')).toBe(404)
})
