import { closeCase } from '@wayproof/evidence/rights/close-case'
import { mailedCode } from '@wayproof/evidence/rights/mailed-code'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { follow, inputsWith, post } from '../testing/browser.ts'
import { OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const HOSTILE_TEXT = `</dd></textarea><img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
const POSTS = ['/rights/case', '/rights/message', '/rights/code', '/rights/check']
const UNKNOWN_CODE = '0000-0000-0000-0000-0000-0000-0000'
const REQUEST = { kind: 'access', regime: 'china', text: 'What do you hold about me?', email: 'ann@mail.example' }

const { check } = messages('en').rights
const get = (path: string, headers = {}) => work.app.request(`${path}?lang=en`, { headers })
const send = (path: string, fields: Readonly<Record<string, string>>) => post(work.app, `${path}?lang=en`, fields)
const pageAfter = async (response: Response) => (await follow(work.app, response)).text()
const title = (page: string) => /<h1>([^<]*)</.exec(page)?.[1]
const fieldIn = (name: string, page: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
const codeIn = (page: string) => fieldIn('case', page)
/** The status of the emailed code, and the case code in the page's form. */
async function readSentPage(response: Response) {
  const page = await (await follow(work.app, response)).text()
  return { caseCode: codeIn(page), status: /role="status">([^<]*)</.exec(page)?.[1] }
}
const newForm = async () => fieldIn('form', await (await get('/rights')).text())
const cases = () => work.database.rows<{ id: string; status: string }>('SELECT * FROM rights_case')

/** Submits the form; resolves to the case code and the page that shows it. */
async function ask(fields: Readonly<Record<string, string>> = {}) {
  const response = await send('/rights', { form: await newForm(), ...REQUEST, ...fields })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/rights/sent?lang=en'])
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^case=[0-9A-Z-]+; Max-Age=300; Path=\/rights\/sent; HttpOnly; Secure; SameSite=Lax$/)
  const page = await (await get('/rights/sent', { cookie: cookie.split(';')[0] })).text()
  return { cookie: cookie.split(';')[0] ?? '', caseCode: /translate="no">([^<]+)</.exec(page)?.[1] ?? '', page }
}
/** The digits in the newest letter. */
async function digits(): Promise<string> {
  const [code] = await work.database.rows<{ id: string }>('SELECT id FROM mailed_code ORDER BY expires_at DESC LIMIT 1')
  return mailedCode(work.surveyApp.rights.keyring, code?.id ?? '')
}
async function answerAll(text: string) {
  for (const { id } of await cases())
    expect(await sendAnswer(work.surveyApp.rights, { id, text, purpose: 'answer' })).toMatchObject({ ok: true })
}

describe('a request with an address', () => {
  it('shows its code for 5 minutes, is verified by the emailed code, and is then answered', async () => {
    const { caseCode, cookie, page } = await ask()
    expect(title(page)).toBe('We’ve received your request')
    expect(caseCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/)
    expect(page).toContain('We’ll answer by 26 January 2026.')
    expect(codeIn(page)).toBe(caseCode)
    expect(page).toMatch(
      /<a href="\/rights\/case\?lang=en" target="_blank" rel="noopener">[^<]*\(opens in a new tab\)</,
    )
    const reloaded = await get('/rights/sent', { cookie })
    expect([(await reloaded.text()).includes(caseCode), reloaded.headers.get('set-cookie')]).toEqual([true, null])
    const revisited = await get('/rights/sent')
    expect([revisited.status, revisited.headers.get('location')]).toEqual([303, '/rights/case?lang=en'])

    const checked = await send('/rights/check', { case: caseCode, digits: await digits() })
    expect([checked.status, checked.headers.get('location')]).toEqual([303, '/rights/checked?lang=en'])
    expect(title(await pageAfter(checked))).toBe('Your email address is confirmed')
    expect(await cases()).toMatchObject([
      { status: 'identity-checked', received_on: '2026-01-05', due_on: '2026-01-26' },
    ])
    await answerAll('Here it is.')
    expect(await work.database.rows(`SELECT kind FROM letter WHERE recipient_kind = 'rights-case'`)).toHaveLength(2)
    expect(await (await send('/rights/case', { case: caseCode })).text()).toContain('<dd>Here it is.</dd>')
  })

  it('gets another email on request, from the case page and from the code form', async () => {
    const { caseCode } = await ask()
    const first = await digits()
    const casePage = await (await send('/rights/case', { case: caseCode })).text()
    expect(casePage).toContain('formAction="/rights/code?lang=en"')
    const response = await send('/rights/code', { case: caseCode })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/rights/code?lang=en'])
    expect(await readSentPage(response)).toEqual({ caseCode, status: check.mailed.sent })
    expect((await send('/rights/check', { case: caseCode, digits: first })).status).toBe(422)
    expect((await send('/rights/check', { case: caseCode, digits: await digits() })).status).toBe(303)
    // Without a request there is no status page.
    const earlyPage = await get('/rights/code')
    expect([earlyPage.status, earlyPage.headers.get('location')]).toEqual([303, '/rights/case?lang=en'])
  })

  it('reports when its 5 emails of the day are used up, and reveals nothing about other requests for the address', async () => {
    const { caseCode } = await ask()
    const statusAfter = async (code: string) => (await readSentPage(await send('/rights/code', { case: code }))).status
    for (let n = 1; n < 5; n += 1) expect(await statusAfter(caseCode)).toBe(check.mailed.sent)
    expect(await statusAfter(caseCode)).toBe(check.mailed.none)
    const newest = await digits()
    const otherCase = (await ask({ text: 'Another matter.' })).caseCode
    expect(await statusAfter(otherCase)).toBe(check.mailed.sent)
    expect(await work.database.rows(`SELECT 1 FROM letter WHERE kind = 'rights-code'`)).toHaveLength(5)
    expect((await send('/rights/check', { case: caseCode, digits: newest })).status).toBe(303)
  })

  it('gives the same response to wrong, used, expired and foreign codes', async () => {
    const { caseCode } = await ask()
    const rightDigits = await digits()
    const otherCase = (await ask({ email: '' })).caseCode
    const pages = new Set<string>()
    const expectWrong = async (code: string, typedDigits: string) => {
      const response = await send('/rights/check', { case: code, digits: typedDigits })
      const page = (await response.text()).replaceAll(/ value="[^"]*"/g, '')
      pages.add([response.status, page, JSON.stringify([...response.headers])].join('\n'))
    }
    for (const typedDigits of ['', 'x', '123', HOSTILE_TEXT, rightDigits === '00000000' ? '00000001' : '00000000'])
      await expectWrong(caseCode, typedDigits)
    await expectWrong(caseCode, rightDigits)
    await expectWrong(otherCase, rightDigits)
    await expectWrong(UNKNOWN_CODE, rightDigits)
    await expectWrong('', rightDigits)
    await send('/rights/code', { case: caseCode })
    work.setTime(OPENED_AT + 30 * 60_000)
    await expectWrong(caseCode, await digits())
    expect(pages.size).toBe(1)
    expect([...pages][0]).toMatch(/^422\n/)
    expect((await cases()).map(({ status }) => status)).toEqual(['received', 'received'])
  })
})

describe('an anonymous case', () => {
  it('is a two-way conversation by its code until it is closed', async () => {
    const { caseCode, page } = await ask({ email: ' ', kind: 'complaint', text: HOSTILE_TEXT })
    expect(page).not.toContain('name="digits"')
    await answerAll('We look into it.')
    const [{ id: first = '' } = {}] = await cases()
    await sendAnswer(work.surveyApp.rights, { id: first, text: 'Which trip?', purpose: 'question' })
    const casePage = await (await send('/rights/case', { case: caseCode.toLowerCase().replaceAll('-', ' ') })).text()
    expect(title(casePage)).toBe('Your request (Complaint)')
    expect(casePage).toContain('<dd>We look into it.</dd>')
    expect(casePage).toContain('<dt>Privacy officer, 5 January 2026: question</dt><dd>Which trip?</dd>')
    expect(casePage).toContain('&lt;/dd&gt;&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(casePage).not.toMatch(/<img|<script|https?:|javascript:/)
    expect(casePage.match(/(?:action|href)="[^"]*"/gi)?.join()).not.toContain(caseCode)

    const response = await send('/rights/message', { case: caseCode, text: 'Thank you' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/rights/written?lang=en'])
    expect(title(await pageAfter(response))).toBe('We’ve received your message')
    for (const text of [' ', 'x'.repeat(2001)]) {
      const response = await send('/rights/message', { case: caseCode, text })
      const page = await response.text()
      expect([response.status, inputsWith(page, 'name="case"').length]).toEqual([422, 1])
      // Above all earlier messages, with the focus.
      expect(page).toMatch(/<h1>[^<]*<\/h1><div class="sum" role="alert" tabindex="-1" autofocus="">/i)
      expect(page).toContain('<a href="#text">')
    }
    const [{ id = '' } = {}] = await cases()
    await closeCase(work.surveyApp.rights, { id, outcome: 'granted' })
    const lateResponse = await send('/rights/message', { case: caseCode, text: 'More' })
    expect(lateResponse.status).toBe(422)
    const closed = await lateResponse.text()
    expect(closed).toContain('has reached its message limit')
    expect(closed).toContain('<dd>Granted</dd>')
    expect(closed).not.toContain('<textarea')
  })

  it('keeps the input when the language is switched, and stores nothing', async () => {
    const { caseCode } = await ask({ email: '' })
    const storedBefore = await work.database.snapshot()
    const response = await post(work.app, '/rights/message?lang=zh-CN', { case: caseCode, text: 'half', lang: 'zh-CN' })
    const page = await response.text()
    expect([response.status, codeIn(page)]).toEqual([200, caseCode])
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('>half</textarea>')
    expect(await work.database.snapshot()).toEqual(storedBefore)
  })
})

describe('the request form', () => {
  it('comes back with all input and errors beside each field and at the top', async () => {
    const long = '字'.repeat(2001)
    const typedFields = { form: UNKNOWN_CODE, kind: 'no', regime: 'eu', text: long, email: 'a@b.example, c@d.example' }
    const response = await send('/rights', typedFields)
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toMatch(/<title>Error: /)
    for (const field of ['kind', 'text', 'email']) expect(page).toContain(`href="#${field}"`)
    expect(page).not.toContain('href="#regime"')
    expect(page).toContain('It has 2,001')
    expect(inputsWith(page, 'name="regime"', 'value="eu"', 'checked')).toHaveLength(1)
    expect(inputsWith(page, 'name="email"', 'value="a@b.example, c@d.example"')).toHaveLength(1)
    expect(page).toContain(long)
    expect(fieldIn('form', page)).toBe(UNKNOWN_CODE)
    const otherLanguage = await post(work.app, '/rights?lang=zh-CN', { ...typedFields, lang: 'zh-CN' })
    expect([otherLanguage.status, (await otherLanguage.text()).includes(long)]).toEqual([200, true])
    expect(await cases()).toEqual([])
  })

  it('under way when sample data is loaded is refused with its sentence, and nothing is stored', async () => {
    const text = new URLSearchParams({ form: await newForm(), ...REQUEST }).toString()
    const begun = Promise.withResolvers<void>()
    const loaded = Promise.withResolvers<void>()
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(stream) {
          begun.resolve()
          await loaded.promise
          stream.enqueue(new TextEncoder().encode(text))
          stream.close()
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const sent = work.app.request('/rights?lang=en', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    await begun.promise
    await work.database.run(`INSERT INTO sample_data (id, load_id, state, steps_done, steps_all, lease_until)
      VALUES (1, 'a', 'loaded', 1, 1, '2026-01-01')`)
    loaded.resolve()
    const response = await sent
    const { title: refused } = messages('en').survey.notices['sample-loaded']
    expect([response.status, title(await response.text())]).toEqual([503, refused])
    expect(await cases()).toEqual([])
  })

  it('sent twice is one case', async () => {
    const form = await newForm()
    const { caseCode } = await ask({ form })
    await Promise.all(Array.from({ length: 10 }, () => send('/rights', { form, ...REQUEST })))
    expect((await ask({ form, text: ` ${REQUEST.text}\r\n` })).caseCode).toBe(caseCode)
    expect(await cases()).toHaveLength(1)
    expect(await work.database.rows(`SELECT * FROM letter WHERE kind = 'rights-code'`)).toHaveLength(1)
  })

  it('sent again with other contents is another case, each with its own code', async () => {
    const form = await newForm()
    const changes = [{}, { text: 'And delete it.' }, { kind: 'deletion' }, { regime: 'eu' }, { email: '' }]
    const codes = new Set<string>()
    for (const change of changes) codes.add((await ask({ form, ...change })).caseCode)
    expect([codes.size, (await cases()).length]).toEqual([changes.length, changes.length])
    const [first = '', second = ''] = [...codes]
    expect(await (await send('/rights/case', { case: first })).text()).toContain(`<dd>${REQUEST.text}</dd>`)
    expect(await (await send('/rights/case', { case: second })).text()).toContain('<dd>And delete it.</dd>')
  })

  it('accepts only one mailbox, whatever is typed as an address', async () => {
    const hostileAddresses = [
      'a@x.example\r\nBcc: e@y.example',
      'a@x.example;e@y.example',
      '"a"@x.example',
      'Ann <a@x.example>',
    ]
    for (const email of hostileAddresses) expect((await send('/rights', { ...REQUEST, email })).status).toBe(422)
    expect(await cases()).toEqual([])
  })

  it('has under 3,000 bytes in both languages, and every page links to it', async () => {
    for (const lang of LOCALES) {
      const response = await work.app.request(`/rights?lang=${lang}`, { headers: { 'accept-encoding': 'br' } })
      expect((await response.arrayBuffer()).byteLength).toBeLessThan(3000)
    }
    for (const path of [`/s/${work.links[0]?.token}`, '/s/none', '/receipt', '/rights/case'])
      expect((await (await get(path)).text()).split('href="/rights?lang=en"')).toHaveLength(2)
  })
})

it('opening a page changes nothing, and another site cannot post a form', async () => {
  const { caseCode } = await ask()
  const storedBefore = await work.database.snapshot()
  for (const path of ['/rights', '/rights/sent', '/rights/checked', '/rights/written', ...POSTS])
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const headers = { cookie: `case=${caseCode}` }
      const { status } = await work.app.request(`${path}?case=${caseCode}&lang=en`, { method, headers })
      const expectedStatus = ['/rights', '/rights/sent', '/rights/case', '/rights/code'].includes(path) ? 200 : 303
      expect([method, path, status]).toEqual([method, path, method === 'OPTIONS' ? 405 : expectedStatus])
    }
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  for (const path of ['/rights', ...POSTS])
    expect((await post(work.app, path, { case: caseCode, ...REQUEST }, crossSite)).status).toBe(403)
  expect(await work.database.snapshot()).toEqual(storedBefore)
})

it('a confirmation page opened without its action redirects to the page that finds a request', async () => {
  for (const path of ['/rights/checked', '/rights/written']) {
    const earlyResponse = await get(path, { cookie: 'case=x' })
    expect([earlyResponse.status, earlyResponse.headers.get('location')]).toEqual([303, '/rights/case?lang=en'])
  }
})

describe('an unknown case code', () => {
  it('gets the same response on every page, and the input remains', async () => {
    const pages = new Set<string>()
    for (const typedCode of [UNKNOWN_CODE, 'x', '', `"><script>alert(1)</script>`])
      for (const path of ['/rights/case', '/rights/message', '/rights/code']) {
        const response = await send(path, { case: typedCode, text: 'x' })
        const page = await response.text()
        expect(page).not.toContain('<script')
        pages.add(
          [response.status, page.replace(/ value="[^"]*"/, ''), JSON.stringify([...response.headers])].join('\n'),
        )
      }
    expect(pages.size).toBe(1)
    expect([...pages][0]).toMatch(/^404\n/)
    expect(await (await send('/rights/case', { case: '7k2m' })).text()).toContain('value="7k2m"')
  })

  it('is reported 30 times a minute, then asked to wait; a valid code still finds its case', async () => {
    const { caseCode } = await ask()
    const statuses = await Promise.all(Array.from({ length: 31 }, () => send('/rights/case', { case: UNKNOWN_CODE })))
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 30 }, () => 404), 429])
    const limited = await send('/rights/check', { case: UNKNOWN_CODE, digits: '12345678' })
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await send('/rights/case', { case: caseCode })).status).toBe(200)
    expect((await send('/rights/check', { case: caseCode, digits: await digits() })).status).toBe(303)
  })
})

it('300 requests in 10 minutes are accepted, and the next is asked to wait', async () => {
  const fields = { ...REQUEST, email: '' }
  for (let n = 0; n < 300; n += 1) expect((await send('/rights', fields)).status).toBe(303)
  const limited = await send('/rights', fields)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '600'])
  expect(await limited.text()).toContain('Nothing was saved')
  expect(await cases()).toHaveLength(300)
})

it('a request closed with a flood says so, takes a message, and is open again', async () => {
  const { caseCode } = await ask({ email: '' })
  const own = { case: caseCode }
  expect(await work.store.rights.closeFlood([(await cases())[0]?.id ?? ''], '2026-01-06')).toBe(1)
  for (const lang of LOCALES) {
    const page = await (await post(work.app, `/rights/case?lang=${lang}`, own)).text()
    const { shown, outcomes } = messages(lang).rights
    for (const text of [shown.flooded, outcomes.flood, 'name="text"']) expect(page).toContain(text)
    expect(page).not.toContain(shown.closed)
  }
  expect((await send('/rights/message', { ...own, text: 'It is real.' })).status).toBe(303)
  expect(await cases()).toMatchObject([{ status: 'received', outcome: null, closed_on: null }])
})
