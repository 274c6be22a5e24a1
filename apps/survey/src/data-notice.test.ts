import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SurveyAtWork, surveyAtWork } from './testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const see = async (path: string) => (await work.app.request(path)).text()
const state = (points: object) => work.surveyApp.survey.store.saveChecklist({ ...STATED, ...points })
const STATED = {
  basisProfiles: 1,
  noticeVersion: '2026-3',
  assessedOn: '2026-01-01',
  backupDays: 7,
  personsAbroad: 0,
  confirmedAt: Date.parse('2026-05-31T18:00:00Z'),
  confirmedBy: 'officer',
} as const

it.each([
  ['en', '24 months after the survey closes', '13 months', 'until the survey closes', '1 June 2026', '1,250'],
  ['zh-CN', '问卷截止后 24 个月', '13 个月', '到问卷截止为止', '2026年6月1日', '1,250'],
] as const)(
  'the notice states in %s the data, retention, legal basis and where to complain',
  async (lang, ...sentences) => {
    await state({ personsAbroad: 1250 })
    const page = await see(`/privacy?lang=${lang}`)
    const words = messages(lang).dataNotice
    for (const text of sentences) expect(page.toLowerCase()).toContain(text.toLowerCase())
    for (const heading of [words.who, words.why, words.kept, words.seen, words.abroad, words.rights, words.authority])
      expect(page).toContain(`<h2>${heading}</h2>`)
    expect(page).toContain(words.version('2026-3'))
    expect(page).toMatch(/href="mailto:[^"]+"/)
    for (const path of ['/rights', '/receipt']) expect(page).toContain(`href="${path}?lang=${lang}"`)
    expect(page).not.toMatch(/<script|undefined|null/)
  },
)

it('the notice handles nobody abroad, a missing checklist, and any notice version as plain text', async () => {
  await state({ noticeVersion: '<b>7</b>' })
  const page = await see('/privacy?lang=en')
  expect(page).toContain('No traveler data is processed in other countries')
  expect(page).toContain('version &lt;b&gt;7&lt;/b&gt; of')
  await state({ personsAbroad: null, noticeVersion: null })
  const earlyNotice = await see('/privacy?lang=en')
  expect(earlyNotice).not.toMatch(/other countries|version/i)
})

it('the questionnaire and the home page link to the notice, which accepts no POST', async () => {
  for (const path of [`/s/${work.links[0]?.token}`, '/'])
    expect(await see(`${path}?lang=en`)).toContain('href="/privacy?lang=en"')
  const response = await work.app.request('/privacy', { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
