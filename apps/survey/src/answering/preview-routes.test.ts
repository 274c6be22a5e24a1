import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { draftPreviewToken } from '@wayproof/survey/links/draft-preview-link'
import { previewToken } from '@wayproof/survey/links/preview-link'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { post } from '../testing/browser.ts'
import { AFTER_THE_END, answersIn, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const path = (closesOn = '2026-01-20') =>
  `/preview/${previewToken(work.surveyApp.survey.keyring, { closesOn, smallestGroup: 7 })}`
const get = (at: string, lang = 'en') => work.app.request(`${at}?lang=${lang}`)
const storedRows = async () => [await answersIn(work.database), await work.database.rows('SELECT * FROM draft')]
const answers = { overall: '4' }

it('a preview shows the questionnaire as travelers will see it, and says that nothing is stored', async () => {
  for (const [lang, banner] of [
    ['en', 'A preview for the privacy officer'],
    ['zh-CN', '这是预览页面'],
  ] as const) {
    const page = await (await get(path(), lang)).text()
    expect(page).toContain(banner)
    for (const item of DEFAULT_QUESTIONNAIRE.items) expect(page).toContain(item[lang].split('’')[0])
    expect(page).toMatch(lang === 'en' ? /fewer than 7 people/ : /不足 7 人/)
    expect(page).toMatch(lang === 'en' ? /20 January 2026/ : /2026年1月20日/)
  }
})

it('a preview is shown in a saved language before it is active, and a questionnaire is not', async () => {
  const { sentences, name } = accentedLanguage('fr')
  const act = { by: { id: 'lin', name: 'Lin' }, at: 1 }
  await work.store.languages.save({ tag: 'fr', seen: 0 }, { name, sentences }, act)
  const page = await (await get(path(), 'fr')).text()
  expect(page).toContain('<html lang="fr"')
  expect(page).toContain('⟦Šübmît⟧')
  const faulty = await (await post(work.app, `${path()}?lang=fr`, { overall: '9' })).text()
  expect(faulty).toContain('⟦Šübmît⟧')
  const languageOf = async (at: string, lang: string) =>
    /<html lang="([^"]+)"/.exec(await (await get(at, lang)).text())?.[1]
  expect(await languageOf(`/s/${work.links[0]?.token}`, 'fr')).toBe('zh-CN')
  expect(await languageOf(path(), 'de')).toBe('en')
  expect((await get('/preview/x', 'fr')).status).toBe(404)
})

it('a submitted preview gets the same response as the questionnaire, and nothing is stored', async () => {
  const storedBefore = await storedRows()
  const response = await post(work.app, `${path()}?lang=en`, answers)
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('This was a preview')])
  const invalid = await post(work.app, `${path()}?lang=en`, { overall: '9' })
  expect([invalid.status, await invalid.text()]).toEqual([422, expect.stringContaining('class="sum"')])
  const draftResponse = await post(work.app, `${path()}?lang=en`, { ...answers, draft: 'keep' })
  expect(await draftResponse.text()).toContain('This was a preview')
  const otherLanguage = await post(work.app, `${path()}?lang=zh-CN`, { ...answers, lang: 'zh-CN' })
  expect(await otherLanguage.text()).toMatch(/name="overall"[^>]*checked=""[^>]*value="4"|value="4"[^>]*checked=""/)
  expect(await storedRows()).toEqual(storedBefore)
})

it('a preview needs its own link, ends after its last day, and opens no survey', async () => {
  const token = path().slice('/preview/'.length)
  expect((await get(`/s/${token}`)).status).toBe(404)
  expect((await get(`/preview/${work.links[0]?.token}`)).status).toBe(404)
  expect((await get(`${path().slice(0, -1)}-`)).status).toBe(404)
  expect((await post(work.app, `/preview/x?lang=en`, answers)).status).toBe(404)
  work.setTime(AFTER_THE_END)
  expect((await get(path())).status).toBe(410)
  expect((await post(work.app, path(), answers)).status).toBe(410)
})

it('a link of a draft shows it as it is, saves nothing, and ends with the draft', async () => {
  const { questionnaireDrafts } = work.store
  const draftId = '0190b0b0-0000-7000-8000-000000000001'
  const act = { by: { id: 'lin', name: 'Lin' }, at: 1 }
  const wave = { closesOn: '2026-01-20', smallestGroup: 7, until: '2026-01-12' }
  const at = `/preview/${draftPreviewToken(work.surveyApp.survey.keyring, { ...wave, draftId })}`
  expect((await get(at)).status).toBe(410)
  const started = { ...DEFAULT_QUESTIONNAIRE, version: 2 }
  const draft = { id: draftId, questionnaire: started, revision: 1, basedOn: 1, saved: act, proposed: null }
  await questionnaireDrafts.startDraft(draft)
  const stem = { ...started.stem, en: 'A new lead-in?' }
  await questionnaireDrafts.saveDraft({ id: draftId, seen: 1 }, { ...started, stem }, act)
  const storedBefore = await storedRows()
  const page = await (await get(at)).text()
  for (const part of ['A preview for the privacy officer', 'A new lead-in?']) expect(page).toContain(part)
  expect(await (await post(work.app, `${at}?lang=en`, answers)).text()).toContain('This was a preview')
  expect(await storedRows()).toEqual(storedBefore)
  await questionnaireDrafts.saveDraft({ id: draftId, seen: 2 }, { ...started, scales: {} }, act)
  const broken = await get(at)
  expect([broken.status, await broken.text()]).toEqual([409, expect.stringContaining('Fix them in the editor')])
  await questionnaireDrafts.discardDraft({ id: draftId, seen: 3 }, 1)
  expect((await get(at)).status).toBe(410)
})
