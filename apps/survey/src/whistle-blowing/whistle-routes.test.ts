import { recordStep } from '@wayproof/evidence/whistle-blowing/record-step'
import { listReports } from '@wayproof/evidence/whistle-blowing/show-report'
import { writeToReporter } from '@wayproof/evidence/whistle-blowing/write-to-reporter'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { follow, post } from '../testing/browser.ts'
import { appointCaseHandler, OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
let reader: string
beforeEach(async () => {
  work = await surveyAtWork()
  reader = await appointCaseHandler(work)
})
afterEach(() => work.close())

const HOSTILE_TEXT = `</dd></textarea><img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
const UNKNOWN_CODE = '0000-0000-0000-0000-0000-0000-0000'
const REPORT = { reporter: 'staff', text: 'A customer list is sold.', contact: '' }

const get = (path: string, headers = {}) => work.app.request(`${path}?lang=en`, { headers })
const send = (path: string, fields: Readonly<Record<string, string>>, headers = {}) =>
  post(work.app, `${path}?lang=en`, fields, headers)
const title = (page: string) => /<h1>([^<]*)</.exec(page)?.[1]
const fieldIn = (name: string, page: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
const newForm = async () => fieldIn('form', await (await get('/whistle-blowing')).text())
const reports = () => work.database.rows<{ id: string; status: string }>('SELECT * FROM whistle_report')

/** Submits the form; resolves to the case code and the page that shows it. */
async function submitReport(fields: Readonly<Record<string, string>> = {}) {
  const response = await send('/whistle-blowing', { form: await newForm(), ...REPORT, ...fields })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/whistle-blowing/sent?lang=en'])
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(
    /^report=[0-9A-Z-]+; Max-Age=300; Path=\/whistle-blowing\/sent; HttpOnly; Secure; SameSite=Lax$/,
  )
  const page = await (await get('/whistle-blowing/sent', { cookie: cookie.split(';')[0] })).text()
  return { cookie: cookie.split(';')[0] ?? '', caseCode: /translate="no">([^<]+)</.exec(page)?.[1] ?? '', page }
}

it('a report shows its code for 5 minutes, is acknowledged and answered, and its reporter replies by the code', async () => {
  const { caseCode, cookie, page } = await submitReport({ contact: 'Room 5' })
  expect(title(page)).toBe('We’ve received your report')
  expect(page).toContain('A case handler will acknowledge it by 12 January 2026.')
  expect(page).toMatch(/<a href="\/whistle-blowing\/report\?lang=en" target="_blank" rel="noopener">/)
  const reloaded = await get('/whistle-blowing/sent', { cookie })
  expect([(await reloaded.text()).includes(caseCode), reloaded.headers.get('set-cookie')]).toEqual([true, null])
  expect((await get('/whistle-blowing/sent')).headers.get('location')).toBe('/whistle-blowing/report?lang=en')
  const [{ id = '' } = {}] = (await listReports(work.surveyApp.whistle, { reader })).open
  await recordStep(work.surveyApp.whistle, { id, reader, step: 'acknowledged' })
  await writeToReporter(work.surveyApp.whistle, {
    id,
    reader,
    text: `Which list? ${HOSTILE_TEXT}`,
    purpose: 'question',
  })
  const ownPage = await (await send('/whistle-blowing/report', { case: caseCode })).text()
  expect(ownPage).toContain('<dt>Acknowledged</dt><dd>5 January 2026</dd>')
  expect(ownPage).toContain('<dt>Case handler, 5 January 2026: question</dt>')
  expect(ownPage).not.toMatch(/<img|<script|Room 5/)
  const response = await send('/whistle-blowing/message', { case: caseCode, text: 'The one of May.' })
  expect(response.headers.get('location')).toBe('/whistle-blowing/written?lang=en')
  expect(title(await (await follow(work.app, response)).text())).toBe('We’ve received your message')
  // The URL alone shows nothing.
  expect((await get('/whistle-blowing/written')).headers.get('location')).toBe('/whistle-blowing/report?lang=en')
  for (const [text, sentence] of [
    [' ', 'Tell us what it is about.'],
    ['x'.repeat(2001), 'It has 2,001'],
  ] as const) {
    const response = await send('/whistle-blowing/message', { case: caseCode, text })
    const page = await response.text()
    expect([response.status, page.split(sentence).length]).toEqual([422, 3])
    // Above all earlier messages, with the focus.
    expect(page).toMatch(/<h1>[^<]*<\/h1><div class="sum" role="alert" tabindex="-1" autofocus="">/i)
    expect(page).toContain('<a href="#text">')
  }
  expect(await work.database.rows('SELECT * FROM letter WHERE wave_id IS NULL')).toEqual([])
  expect(
    work.accessLines
      .map((line) => JSON.parse(line))
      .filter(({ path }) => path.includes('whistle'))
      .every((line) => Object.keys(line).join() === 'level,app,time,event,method,path,status' && line.time === null),
  ).toBe(true)
  expect(work.accessLines.join()).not.toContain(caseCode)
})

describe('the report form', () => {
  it('with an error keeps all input, names the error, and stores nothing', async () => {
    for (const [fields, sentence] of [
      [{ text: '' }, 'Describe what happened.'],
      [{ text: 'x'.repeat(2001) }, 'Shorten this to 2,000 characters. It has 2,001.'],
      [{ reporter: 'king' }, 'Choose an option.'],
      [{ contact: 'y'.repeat(201) }, 'Shorten this to 200 characters.'],
    ] as const) {
      const response = await send('/whistle-blowing', {
        form: await newForm(),
        ...REPORT,
        text: HOSTILE_TEXT,
        ...fields,
      })
      const page = await response.text()
      expect([response.status, page.includes(sentence)]).toEqual([422, true])
      expect(page).not.toMatch(/<img|<script/)
    }
    expect(await reports()).toEqual([])
  })

  it('sent in the other language only changes the language; sent twice, it is one report', async () => {
    const form = await newForm()
    const otherLanguage = await post(work.app, '/whistle-blowing?lang=zh-CN', { form, ...REPORT, lang: 'zh-CN' })
    const page = await otherLanguage.text()
    expect([otherLanguage.status, title(page), fieldIn('form', page)]).toEqual([200, '举报个人信息问题', form])
    expect(page).toContain(REPORT.text)
    expect(await reports()).toEqual([])
    expect((await submitReport({ form })).caseCode).toBe((await submitReport({ form })).caseCode)
    expect(await reports()).toHaveLength(1)
  })

  it('has under 3,000 bytes in both languages, and pages link to it', async () => {
    for (const lang of LOCALES) {
      const response = await work.app.request(`/whistle-blowing?lang=${lang}`, { headers: { 'accept-encoding': 'br' } })
      expect((await response.arrayBuffer()).byteLength).toBeLessThan(3000)
    }
    for (const path of ['/rights/case', '/receipt', '/whistle-blowing/report'])
      expect(await (await get(path)).text()).toContain('href="/whistle-blowing?lang=en"')
  })
})

it('no report is accepted without a case handler, and the page says so', async () => {
  const form = await newForm()
  await work.store.people.revoke({ id: reader, by: { id: 'another', name: 'Another' } }, OPENED_AT)
  for (const response of [await get('/whistle-blowing'), await send('/whistle-blowing', { form, ...REPORT })])
    expect([response.status, title(await response.text())]).toEqual([503, 'We can’t take reports yet'])
  expect(await reports()).toEqual([])
})

it('opening a page changes nothing, and another site cannot post a form', async () => {
  const { caseCode } = await submitReport()
  const storedBefore = await work.database.snapshot()
  const statuses = { '': 200, '/sent': 200, '/report': 200, '/message': 303, '/written': 303 }
  for (const [path, expectedStatus] of Object.entries(statuses))
    for (const method of ['GET', 'HEAD']) {
      const headers = { cookie: `report=${caseCode}` }
      const { status } = await work.app.request(`/whistle-blowing${path}?case=${caseCode}`, { method, headers })
      expect([method, path, status]).toEqual([method, path, expectedStatus])
    }
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  for (const path of ['', '/report', '/message'])
    expect((await send(`/whistle-blowing${path}`, { case: caseCode, ...REPORT }, crossSite)).status).toBe(403)
  expect(await work.database.snapshot()).toEqual(storedBefore)
})

it('all wrong codes get the same response, 30 a minute; valid codes still work, and requests are not blocked', async () => {
  const { caseCode } = await submitReport()
  const pages = new Set<string>()
  for (const typedCode of [UNKNOWN_CODE, 'x', '', '"><script>alert(1)</script>'])
    for (const path of ['/whistle-blowing/report', '/whistle-blowing/message']) {
      const response = await send(path, { case: typedCode, text: 'x' })
      const page = await response.text()
      expect(page).not.toContain('<script')
      pages.add([response.status, page.replace(/ value="[^"]*"/, '')].join('\n'))
    }
  expect(pages.size).toBe(1)
  const statuses = await Promise.all(
    Array.from({ length: 23 }, () => send('/whistle-blowing/report', { case: UNKNOWN_CODE })),
  )
  expect(statuses.filter(({ status }) => status === 429)).toHaveLength(1)
  expect((await send('/whistle-blowing/report', { case: caseCode })).status).toBe(200)
  expect((await send('/rights/case', { case: UNKNOWN_CODE })).status).toBe(404)
})

it('the case code of a report opens no request, and that of a request no report', async () => {
  const { caseCode } = await submitReport()
  expect((await send('/rights/case', { case: caseCode })).status).toBe(404)
})

it('a report closed with a flood says so, takes a message, and is open again', async () => {
  const { caseCode } = await submitReport()
  const own = { case: caseCode }
  const ids = (await listReports(work.surveyApp.whistle, { reader })).open.map(({ id }) => id)
  expect(await work.store.reports.closeFlood(ids, '2026-01-06')).toBe(1)
  for (const lang of LOCALES) {
    const page = await (await post(work.app, `/whistle-blowing/report?lang=${lang}`, own)).text()
    const { shown, outcomes } = messages(lang).whistleBlowing
    for (const text of [shown.flooded, outcomes.flood, 'name="text"']) expect(page).toContain(text)
    expect(page).not.toContain(shown.closed)
  }
  expect((await send('/whistle-blowing/message', { ...own, text: 'It is real.' })).status).toBe(303)
  expect(await reports()).toMatchObject([{ status: 'received', outcome: null, closed_on: null }])
  expect(await (await send('/whistle-blowing/report', own)).text()).not.toContain('flood')
})
