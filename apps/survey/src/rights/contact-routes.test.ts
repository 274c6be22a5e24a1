import { mailedCode } from '@wayproof/evidence/rights/mailed-code'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { showCase } from '@wayproof/evidence/rights/show-case'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { form, inputsWith, post } from '../testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const ENQUIRY = { text: 'Please call me about my trip.', email: 'ann@mail.example' }
const { enquiry, form: words } = messages('en').rights
const send = (fields: Readonly<Record<string, string>>, headers = {}) =>
  post(work.app, '/contact?lang=en', fields, headers)
const cases = () => work.database.rows<Record<string, unknown> & { readonly id: string }>('SELECT * FROM rights_case')
const codeIn = (page: string) => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** Submits an answer and opens the thanks page. */
async function thanked() {
  const { token } = work.links[1]!
  const fields = { ...(await form(work.app, token)), overall: '5', improve: 'my words' }
  const response = await post(work.app, `/s/${token}?lang=en`, fields)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await (await work.app.request(`/s/${token}/thanks?lang=en`, { headers: { cookie } })).text()
  return { token, receipt: fields.receipt, page }
}

it('the form on the thanks page contains neither link, receipt nor answer, and posts to its own URL', async () => {
  const { token, receipt, page } = await thanked()
  const [, inside = ''] = /(<form .*<\/form>)/s.exec(page) ?? []
  expect(/action="([^"]*)"/.exec(inside)?.[1]).toBe('/contact?lang=en')
  expect(page).toContain(receipt)
  for (const secret of [token, receipt, 'my words', 'overall']) expect(inside).not.toContain(secret)
  expect(inputsWith(inside, 'type="hidden"')).toEqual([`<input type="hidden" name="form" value="${codeIn(inside)}"/>`])
  expect(page).not.toContain(token)
  // Another view has another code, which is derived from nothing in the page.
  const laterPage = await (await work.app.request(`/s/${token}/thanks?lang=en`)).text()
  expect(codeIn(laterPage)).not.toBe(codeIn(page))
})

it('a contact request is a separate case dated to the day, without a deadline, and is answered once the address is confirmed', async () => {
  const { token, receipt, page } = await thanked()
  const response = await send({ form: codeIn(page), ...ENQUIRY })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/rights/sent?lang=en'])
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const arrived = await (await work.app.request('/rights/sent?lang=en', { headers: { cookie } })).text()
  expect(arrived).toContain(messages('en').rights.sent.noTerm)
  const [, caseCode = ''] = /translate="no">([^<]+)</.exec(arrived) ?? []
  expect(arrived).toContain('name="digits"')

  const [row] = await cases()
  expect(row).toMatchObject({
    kind: 'enquiry',
    regime: null,
    due_on: null,
    received_on: '2026-01-05',
    status: 'received',
  })
  // No part of it, and no time, is stored with an answer or an invitation.
  const { rows } = work.database
  const otherRows = [...(await rows('SELECT * FROM answer')), ...(await rows('SELECT * FROM invitation'))]
  const storedValues = new Set(otherRows.flatMap((otherRow) => Object.values(otherRow as object)).map(String))
  const texts = Object.values(row!).filter((value) => typeof value === 'string' && value.length > 5)
  expect(texts.filter((value) => storedValues.has(String(value)))).toEqual([])
  expect(Object.values(row!).filter((value) => typeof value === 'number')).toEqual([0])
  for (const secret of [token, receipt]) expect(JSON.stringify(row)).not.toContain(secret)

  const id = row!.id
  expect(await sendAnswer(work.surveyApp.rights, { id, text: 'Gladly.', purpose: 'answer' })).toMatchObject({
    fault: { code: 'identity-unchecked' },
  })
  const [code] = await work.database.rows<{ id: string }>('SELECT id FROM mailed_code')
  const digits = mailedCode(work.surveyApp.rights.keyring, code?.id ?? '')
  expect((await post(work.app, '/rights/check?lang=en', { case: caseCode, digits })).status).toBe(303)
  expect(await sendAnswer(work.surveyApp.rights, { id, text: 'Gladly.', purpose: 'answer' })).toMatchObject({
    ok: true,
  })
  expect(await showCase(work.surveyApp.rights, { id })).toMatchObject({ value: { contact: 'ann@mail.example' } })
  const casePage = await (await post(work.app, '/rights/case?lang=en', { case: caseCode })).text()
  expect(casePage).toContain('Your request (Inquiry)')
  expect(casePage).not.toContain(messages('en').rights.shown.due)
})

it('a contact request names one mailbox, and an error returns the form with all input', async () => {
  const hostileAddresses = [
    'a@x.example, b@y.example',
    'a@x.example\r\nBcc: e@y.example',
    'Ann <a@x.example>',
    'a@x',
    '"><script>',
  ]
  for (const email of hostileAddresses) {
    const response = await send({ ...ENQUIRY, email })
    const page = await response.text()
    expect([response.status, page.includes(enquiry.notAnAddress), page.includes(ENQUIRY.text)]).toEqual([
      422,
      true,
      true,
    ])
    expect(page).not.toContain('<script')
  }
  const bare = await (await send({ text: ' ', email: '' })).text()
  for (const sentence of [enquiry.noAddress, words.empty, 'href="#text"', 'href="#email"', '<title>Error: '])
    expect(bare).toContain(sentence)
  const long = await (await send({ ...ENQUIRY, text: '字'.repeat(2001) })).text()
  expect(long).toContain(words.tooLong(2001, 2000))
  expect(await cases()).toEqual([])
})

it('switching the language keeps the input and the form code, and the same form sent twice is one case', async () => {
  for (const lang of LOCALES) {
    const response = await post(work.app, `/contact?lang=${lang}`, { form: 'x', ...ENQUIRY, lang })
    const page = await response.text()
    expect([response.status, page.includes(`<html lang="${lang}">`), page.includes(ENQUIRY.text)]).toEqual([
      200,
      true,
      true,
    ])
  }
  const formCode = codeIn(await (await work.app.request('/contact?lang=en')).text())
  await Promise.all(Array.from({ length: 10 }, () => send({ form: formCode, ...ENQUIRY })))
  expect(await cases()).toHaveLength(1)
  expect(await work.database.rows(`SELECT 1 FROM letter WHERE kind = 'rights-code'`)).toHaveLength(1)
})

it('opening the page changes nothing, other sites cannot post, and the limit is shared with the other requests', async () => {
  const statusOf = async (method: string) =>
    (await work.app.request('/contact?text=x&email=a@b.example', { method })).status
  expect(await Promise.all(['GET', 'HEAD', 'OPTIONS'].map(statusOf))).toEqual([200, 200, 405])
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await send(ENQUIRY, crossSite)).status).toBe(403)
  expect(await cases()).toEqual([])
  for (let n = 0; n < 300; n += 1)
    await work.surveyApp.formLimits.requests.take(null, work.surveyApp.survey.clock.now())
  expect((await send(ENQUIRY)).status).toBe(429)
  expect(await cases()).toEqual([])
})
