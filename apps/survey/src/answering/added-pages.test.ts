import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { englishLeftIn, textOfHtml } from '@wayproof/messages/testing/english-left'
import { translated } from '@wayproof/survey/testing/translated'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLanguage, deactivateLanguage } from '../testing/add-language.ts'
import { follow, post, receiptIn } from '../testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

/** A questionnaire in French has no English text left, so that every English word comes from a sentence. */
const french = translated(DEFAULT_QUESTIONNAIRE, 'fr')

let work: SurveyAtWork
beforeAll(async () => {
  work = await surveyAtWork({}, false, french)
  await addLanguage(work)
})
afterAll(() => work.close())

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await work.app.request(path, { headers })).text()
const languageOf = (page: string) => /<html ([^>]*)>/.exec(page)?.[1]

test('form, thanks, receipt and all other pages of the way have the language, and no English sentence is left', async () => {
  const { token, unsubscribeToken } = work.links[0]!
  const fr = '?lang=fr'
  const form = await get(`/s/${token}${fr}`)
  const receipt = receiptIn(form)
  const pages = [form, await (await post(work.app, `/s/${token}${fr}`, { receipt })).text()]
  expect(pages[1]).toContain('⟦Çhøøšé áñ øptîøñ.⟧')
  const thanks = await follow(work.app, await post(work.app, `/s/${token}${fr}`, { receipt, overall: '4' }))
  pages.push(await thanks.text(), await get(`/s/${token}/thanks${fr}`), await get(`/s/${token}${fr}`))
  const draft = work.links[1]!.token
  const keep = await post(work.app, `/s/${draft}${fr}`, { draft: 'keep', overall: '3' })
  pages.push(await (await follow(work.app, keep)).text())
  pages.push(await (await post(work.app, `/s/${draft}${fr}`, { draft: 'ask', overall: '3' })).text())
  pages.push(await get(`/receipt${fr}`))
  for (const path of ['/receipt', '/receipt/correct', '/receipt/withdraw'])
    pages.push(await (await post(work.app, `${path}${fr}`, { receipt })).text())
  pages.push(await (await post(work.app, `/receipt${fr}`, { receipt: 'x' })).text())
  pages.push(
    await (await follow(work.app, await post(work.app, `/receipt/correction${fr}`, { receipt, overall: '2' }))).text(),
  )
  pages.push(await (await follow(work.app, await post(work.app, `/receipt/withdrawal${fr}`, { receipt }))).text())
  pages.push(await get(`/u/${unsubscribeToken}${fr}`))
  pages.push(await (await post(work.app, `/u/${unsubscribeToken}${fr}`, {})).text())
  for (const path of ['/', '/privacy', '/accessibility', '/contact', '/nowhere']) pages.push(await get(`${path}${fr}`))
  pages.push(await (await post(work.app, `/contact${fr}`, { text: '', email: 'x' })).text())
  for (const [index, page] of pages.entries()) {
    expect([index, languageOf(page)]).toEqual([index, 'lang="fr"'])
    expect(textOfHtml(page)).toMatch(/⟦[^⟧]+⟧/)
    expect(englishLeftIn(textOfHtml(page))).toEqual([])
  }
  expect(new Set(pages).size).toBe(pages.length)
})

test('dates and numbers are those of the language', async () => {
  const page = textOfHtml(await get(`/s/${work.links[2]!.token}?lang=fr`))
  expect(page).toContain('20 janvier 2026')
  expect(page).toContain('3 mîñütéš')
})

test('each page links to all other languages, and the script has the words of its own', async () => {
  const { token } = work.links[2]!
  const others = (page: string) =>
    [...page.matchAll(/class="lang"[^>]*lang="([\w-]+)"[^>]*>([^<]+)</g)].map(([, ...m]) => m)
  expect(others(await get(`/s/${token}?lang=fr`))).toEqual([
    ['zh-CN', '中文'],
    ['en', 'English'],
  ])
  expect(others(await get('/receipt?lang=en'))).toEqual([
    ['zh-CN', '中文'],
    ['fr', 'Français'],
  ])
  expect(others(await get('/rights?lang=en')).map(([tag]) => tag)).toEqual(['zh-CN'])
  const script = /src="(\/js\/\w+)"/.exec(await get(`/s/${token}?lang=fr`))?.[1] ?? ''
  expect(await get(script)).toContain('"saved":"⟦Šávéd át {time}')
})

test('the browser’s language selects an added one where neither URL nor invitation does', async () => {
  const canadian = { 'accept-language': 'fr-CA,en;q=0.5' }
  expect(languageOf(await get('/', canadian))).toBe('lang="fr"')
  expect(languageOf(await get(`/s/${work.links[2]!.token}`, canadian))).toBe('lang="zh-CN"')
})

test('requests, whistleblowing and the report are in English, say so in the language, and their links keep it', async () => {
  const pages = ['/rights', '/rights/case', '/whistle-blowing', '/whistle-blowing/report', '/report']
  for (const path of pages) {
    const page = await get(`${path}?lang=fr`)
    expect([path, languageOf(page)]).toEqual([path, 'lang="en"'])
    expect(page).toContain('<p class="sample" lang="fr" dir="ltr">⟦Thîš págé îš ñøt tráñšlátéd')
    const links = [...page.matchAll(/(?:href|action)="[^"]*lang=([\w-]+)"/g)].map(([, tag]) => tag)
    expect(links).toContain('fr')
    expect(links).not.toContain('en')
    expect(await get(`${path}?lang=en`)).not.toContain('class="sample" lang=')
  }
})

test('a request sent from a page in the language leads back to it', async () => {
  const page = await get('/rights?lang=fr')
  const code = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = { kind: 'access', text: 'Bonjour', regime: 'china', email: '', form: code }
  const sent = await post(work.app, '/rights?lang=fr', fields)
  expect(sent.headers.get('location')).toBe('/rights/sent?lang=fr')
  expect(await (await follow(work.app, sent)).text()).toContain('href="/rights/case?lang=fr"')
})

test('an answer in the language is stored as one of it', async () => {
  const { token } = work.links[3]!
  const receipt = receiptIn(await get(`/s/${token}?lang=fr`))
  const improve = 'Moins de messages.'
  await post(work.app, `/s/${token}?lang=fr`, { receipt, overall: '4', improve })
  const stored = await work.database.rows<{ language: string }>('SELECT language FROM answer WHERE comment IS NOT NULL')
  expect(stored).toEqual([{ language: 'fr' }])
})

test('a language of another direction turns the page, and markup in a sentence stays text', async () => {
  await addLanguage(work, { tag: 'ar', name: '<i>x', sentences: { survey: { submit: 'إرسال & "x"' } } })
  const page = await get(`/s/${work.links[2]!.token}?lang=ar`)
  expect(languageOf(page)).toBe('lang="ar" dir="rtl"')
  expect(page).toContain('إرسال &amp; &quot;x&quot;')
  // A sentence that the language lacks is in English.
  expect(page).toContain('How satisfied are you')
  const english = await get(`/s/${work.links[2]!.token}?lang=en`)
  expect(english).toMatch(/<button[^>]*lang="ar"[^>]*dir="rtl"[^>]*>&lt;i&gt;x</)
})

test('a changed sentence is on the prepared page at most a second later; a language that ended is English', async () => {
  const { token } = work.links[2]!
  await addLanguage(work, { sentences: { survey: { submit: 'Envoyer' } } })
  expect(await get(`/s/${token}?lang=fr`)).toContain('Envoyer')
  await deactivateLanguage(work, 'ar')
  await deactivateLanguage(work)
  const english = work.links[5]!.token
  for (const path of [`/s/${english}?lang=fr`, '/receipt?lang=fr']) {
    const page = await get(path, { 'accept-language': 'zh' })
    expect(languageOf(page)).toBe('lang="en"')
    expect(page).not.toContain('Français')
  }
  expect((await work.app.request(`/s/${english}?lang=${'x'.repeat(500)}`)).status).toBe(200)
})
