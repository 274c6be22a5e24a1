import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { linksOf } from '@wayproof/letters/letter/links'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { messages } from '@wayproof/messages/messages'
import { preselectionCode } from '@wayproof/survey/links/preselection'
import { previewToken } from '@wayproof/survey/links/preview-link'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { form, inputsWith, post, receiptIn } from '../testing/browser.ts'
import { AFTER_THE_END, answersIn, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const urls = { survey: 'https://survey.example', reporting: 'https://privacy.example' }
const codes = firstQuestion(DEFAULT_QUESTIONNAIRE)?.codes ?? []
const tokenOf = (locale: Locale) => work.links.find((link) => link.locale === locale)?.token ?? ''
const codeOf = (token: string, value: string) =>
  preselectionCode(work.surveyApp.survey.keyring, token, { item: 'overall', value })
const optionPath = (token: string, value: string) => `/s/${token}?p=${codeOf(token, value)}`
const get = async (path: string) => (await work.app.request(path)).text()
const checkedIn = (page: string) => inputsWith(page, 'checked')
const labelOf = (value: string, locale: Locale) =>
  firstQuestion(DEFAULT_QUESTIONNAIRE)
    ?.options(locale, messages(locale).survey.fixed)
    .find(({ code }) => code === value)?.label ?? ''

/** Every table, row by row. */
async function stored(): Promise<string> {
  const tables = await work.database.rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  const all = await Promise.all(tables.map(({ name }) => work.database.rows(`SELECT * FROM "${name}"`)))
  return JSON.stringify(tables.map(({ name }, index) => [name, all[index]]))
}

it('a mail scanner that opens every link of every letter stores nothing, and the log has no code and no option', async () => {
  const now = work.surveyApp.survey.clock.now()
  const letters = await work.store.outbox.claim(10, now, now + 60_000)
  expect(letters).toHaveLength(6)
  const before = await stored()
  expect(before).toContain('"invitation"')
  const found: string[] = []
  for (const { letter, to } of letters) {
    const organisation = { nameZh: '云途', nameEn: 'Yuntu', contactEmail: 'p@yuntu.example', sample: false }
    const links = linksOf(letter, to, work.surveyApp.survey.keyring, urls)
    const { html, text } = await renderLetter(letter, { organisation, links })
    for (const part of [html, text]) found.push(...(part.match(/https:\/\/survey\.example[^\s"<]+/g) ?? []))
  }
  // The form, its 7 options and unsubscribing, in both parts.
  expect(found).toHaveLength(6 * 9 * 2)
  for (const link of new Set(found)) {
    const response = await work.app.request(link.slice(urls.survey.length))
    expect([link, response.status, response.headers.get('set-cookie')]).toEqual([link, 200, null])
  }
  expect(await stored()).toBe(before)
  expect(work.logged).toEqual([])
  expect(new Set(work.accessLines.map((line) => JSON.parse(line).path))).toEqual(new Set(['/s/:token', '/u/:token']))
  const lines = work.accessLines.join('\n')
  for (const { token } of work.links) for (const value of codes) expect(lines).not.toContain(codeOf(token, value))
  expect(lines).not.toContain('?')
})

it('each option of a letter opens the form with the option that it names', async () => {
  const now = work.surveyApp.survey.clock.now()
  for (const { letter, to } of await work.store.outbox.claim(10, now, now + 60_000)) {
    const organisation = { nameZh: '云途', nameEn: 'Yuntu', contactEmail: 'p@yuntu.example', sample: false }
    const links = linksOf(letter, to, work.surveyApp.survey.keyring, urls)
    const { text } = await renderLetter(letter, { organisation, links })
    const options = [...text.matchAll(/· (.+)\n +(https:\S+\?p=\S+)/g)]
    expect(options).toHaveLength(codes.length)
    for (const [, label = '', link = ''] of options) {
      const [checked = ''] = checkedIn(await get(link.slice(urls.survey.length)))
      const value = /value="([^"]*)"/.exec(checked)?.[1] ?? ''
      expect(labelOf(value, letter.locale as Locale)).toBe(label)
    }
  }
})

it.each(LOCALES)(
  'the link of an option selects it and nothing else, says so, and only a POST sends it, in %s',
  async (locale) => {
    const token = tokenOf(locale)
    for (const value of codes) {
      const page = await get(optionPath(token, value))
      expect(page).toContain(`<html lang="${locale}"`)
      expect(checkedIn(page)).toEqual(inputsWith(page, 'name="overall"', `value="${value}"`))
      expect(checkedIn(page)).toHaveLength(1)
      const notice = messages(locale).survey.chosenInEmail(labelOf(value, locale))
      // Below the question that it answers and above the next one, where the link of the letter leads.
      const shown = `role="status" tabindex="-1" autofocus="">${notice.replaceAll("'", '&#x27;')}</p><fieldset`
      expect(page).toContain(`</fieldset><p class="trust" id="next" ${shown}`)
      // The form posts without the code, and the page has no address of its own.
      expect(page).toContain(`action="?lang=${locale}" method="post"`)
      expect(page).not.toContain(codeOf(token, value))
      expect(page).not.toContain(token)
    }
    expect(await answersIn(work.database)).toEqual([])
    const page = await get(optionPath(token, '2'))
    const changed = await post(work.app, `/s/${token}?lang=${locale}`, { receipt: receiptIn(page), overall: '3' })
    expect(changed.status).toBe(303)
    expect(await answersIn(work.database)).toEqual([{ values: { overall: '3' }, comment: null }])
    expect((await work.app.request(optionPath(token, '2'))).status).toBe(410)
  },
)

it('the code of another link, another item or a changed one leaves the form blank, without a word', async () => {
  const [first, second] = work.links
  const token = first?.token ?? ''
  const ring = work.surveyApp.survey.keyring
  const code = codeOf(token, '4')
  const wrong = [
    codeOf(second?.token ?? '', '4'),
    codeOf(token, '9'),
    preselectionCode(ring, token, { item: 'trust', value: '4' }),
    `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`,
    `${code}A`,
    '4',
    '',
    '%00',
  ]
  for (const text of wrong) {
    const response = await work.app.request(`/s/${token}?p=${text}`)
    expect([text, response.status]).toEqual([text, 200])
    const page = await response.text()
    expect(checkedIn(page)).toEqual([])
    expect(page).not.toContain('role="status"')
  }
})

it('the preselected form can be changed to the other language, saved and continued; a saved draft wins over a link', async () => {
  const token = tokenOf('en')
  const page = await get(optionPath(token, '5'))
  const fields = { receipt: receiptIn(page), overall: '5' }
  const other = await (await post(work.app, `/s/${token}?lang=zh-CN`, { ...fields, lang: 'zh-CN' })).text()
  expect(checkedIn(other)).toEqual(inputsWith(other, 'name="overall"', 'value="5"'))
  // The script saves to the address of the page, which has the code.
  const autosaved = await post(work.app, optionPath(token, '5'), { overall: '5', trust: '4', draft: 'auto:page:' })
  expect(autosaved.headers.get('draft-tag')).toMatch(/^[0-9a-f]{16}$/)
  for (const value of ['1', '5']) {
    const draft = await get(optionPath(token, value))
    expect(draft).toContain('id="kept"')
    expect(checkedIn(draft)).toHaveLength(2)
    expect(inputsWith(draft, 'checked', 'name="overall"')).toEqual(inputsWith(draft, 'name="overall"', 'value="5"'))
    expect(draft).not.toContain(messages('en').survey.chosenInEmail(labelOf(value, 'en')))
  }
})

it('the pages of all options have one size in each encoding, because a proxy may log it', async () => {
  for (const locale of LOCALES) {
    const token = tokenOf(locale)
    for (const encoding of ['br', 'gzip', 'identity']) {
      const bodies = await Promise.all(
        codes.map(async (value) => {
          const headers = { 'accept-encoding': encoding }
          const response = await work.app.request(optionPath(token, value), { headers })
          return Buffer.from(await response.arrayBuffer())
        }),
      )
      expect(new Set(bodies.map(({ length }) => length)).size).toBe(1)
      const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding] ?? ((body: Buffer) => body)
      const pages = bodies.map((body) => decode(body).toString())
      expect(new Set(pages.map((page) => /checked="" value="([^"]+)"/.exec(page)?.[1]))).toEqual(new Set(codes))
      for (const page of pages) expect(page).toMatch(/<\/html> *$/)
      // A blank page is not longer for it.
      expect(await get(`/s/${token}`)).toMatch(/<\/html>$/)
      if (encoding === 'br') expect(bodies[0]?.length).toBeLessThan(3200)
    }
  }
})

it('an option in a test letter selects it in the preview, which stores nothing', async () => {
  const token = previewToken(work.surveyApp.survey.keyring, { closesOn: '2026-01-20', smallestGroup: 5 })
  const before = await stored()
  const page = await get(`/preview/${token}?p=${codeOf(token, '4')}`)
  expect(checkedIn(page)).toEqual(inputsWith(page, 'name="overall"', 'value="4"'))
  expect(page).toContain(messages('zh-CN').survey.chosenInEmail('满意'))
  expect(checkedIn(await get(`/preview/${token}?p=${codeOf(tokenOf('en'), '4')}`))).toEqual([])
  expect(await stored()).toBe(before)
})

it('an option answers like the plain link once the survey is over, the link is used or the link is unknown', async () => {
  const token = tokenOf('en')
  const other = tokenOf('zh-CN')
  await post(work.app, `/s/${other}?lang=en`, { ...(await form(work.app, other)), overall: '4' })
  const both = async (link: string) => {
    const plain = await work.app.request(`/s/${link}?lang=en`)
    const option = await work.app.request(`${optionPath(link, '4')}&lang=en`)
    expect([option.status, await option.text()]).toEqual([plain.status, await plain.text()])
    return option.status
  }
  expect(await both(other)).toBe(410)
  expect(await both(`${token.startsWith('B') ? 'C' : 'B'}${token.slice(1)}`)).toBe(404)
  work.setTime(AFTER_THE_END)
  expect(await both(token)).toBe(410)
})
