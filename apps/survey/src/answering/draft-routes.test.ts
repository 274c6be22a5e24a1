import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { form, inputsWith, post, receiptIn } from '../testing/browser.ts'
import { AFTER_THE_END, answersIn, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

const HOSTILE_TEXT = `</textarea><img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
const words = messages('en').survey
const path = (lang = 'en') => `/s/${work.links[0]?.token}?lang=${lang}`
const open = async (lang = 'en') => (await work.app.request(path(lang))).text()
const save = (fields: Readonly<Record<string, string>>, draft = 'keep') => post(work.app, path(), { ...fields, draft })
const drafts = () => work.database.rows('SELECT * FROM draft')
const answers = () => answersIn(work.database)

describe('a saved draft', () => {
  it('is shown by the same link on any device with a note that it is not submitted, and can be submitted there', async () => {
    const { token } = work.links[0]!
    const saved = await save({ ...(await form(work.app, token)), trust: '4', improve: HOSTILE_TEXT })
    expect([saved.status, saved.headers.get('location'), saved.headers.get('set-cookie')]).toEqual([
      303,
      `/s/${token}?lang=en`,
      null,
    ])
    for (const lang of LOCALES) {
      const page = await open(lang)
      const { title, text, drop } = messages(lang).survey.draft
      expect(page).toContain(`<h2 id="kept">${title}</h2>`)
      expect(page).toContain(text(lang === 'en' ? '20 January 2026' : '2026年1月20日'))
      expect(page).toContain(`>${drop}</button>`)
      expect(inputsWith(page, 'checked')).toEqual(inputsWith(page, 'name="trust"', 'value="4"'))
      expect(page).toContain('&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;')
      expect(page).not.toMatch(/<img|<script>/)
      expect(page).not.toContain(token)
    }
    expect(await open()).toMatch(/<title>Saved, not submitted: /)
    const page = await open()
    const response = await post(work.app, path(), {
      receipt: receiptIn(page),
      trust: '4',
      overall: '5',
      improve: 'done',
    })
    expect(response.status).toBe(303)
    expect(await answers()).toEqual([{ values: { overall: '5', trust: '4' }, comment: 'done' }])
    expect(await drafts()).toEqual([])
  })

  it('contains no receipt: each device has its own code, and only the code that was submitted works', async () => {
    const first = await form(work.app, work.links[0]!.token)
    await save({ ...first, overall: '3' })
    const [firstReceipt, secondReceipt] = [receiptIn(await open()), receiptIn(await open())]
    expect(new Set([first.receipt, firstReceipt, secondReceipt]).size).toBe(3)
    expect((await post(work.app, path(), { receipt: firstReceipt, overall: '3' })).status).toBe(303)
    expect((await post(work.app, path(), { ...first, overall: '1' })).status).toBe(410)
    expect((await save({ ...first, overall: '1' })).status).toBe(410)
    expect(await answers()).toHaveLength(1)
    expect(await drafts()).toEqual([])
  })

  it('may lack required items, and is deleted if the form is blank or the traveler chooses so', async () => {
    const draftHeading = `<h2 id="kept">`
    expect((await save({ improve: 'half' })).status).toBe(303)
    expect(await open()).toContain(draftHeading)
    const blank = await save({ improve: ' ' })
    expect([blank.status, (await blank.text()).includes(words.draft.blank)]).toEqual([200, true])
    expect(await open()).not.toContain(draftHeading)
    await save({ improve: 'half' })
    const dropped = await save({ improve: 'half', overall: '5' }, 'drop')
    const page = await dropped.text()
    expect([dropped.status, page.includes(`role="status">${words.draft.dropped}<`)]).toEqual([200, true])
    expect(inputsWith(page, 'checked')).toEqual([])
    expect(page).not.toContain('half</textarea>')
    expect(await open()).not.toContain(draftHeading)
    expect([await drafts(), await answers()]).toEqual([[], []])
  })

  it('is deleted only after a confirmation in either language, and keeps all input if the traveler cancels', async () => {
    await save({ trust: '2', improve: 'half' })
    const valueIn = (tag: string) => /value="(\w+)"/.exec(tag)?.[1]
    const [button = ''] = /<button[^>]*>Delete saved answers</.exec(await open()) ?? []
    const storedBefore = await work.database.snapshot()
    const fields = { receipt: receiptIn(await open()), trust: '4', overall: '5', improve: `newer\r\n${HOSTILE_TEXT}` }
    for (const lang of LOCALES) {
      const { dropTitle, dropText } = messages(lang).survey.draft
      const response = await post(work.app, path(lang), { ...fields, draft: valueIn(button) ?? '', lang })
      const page = await response.text()
      expect([response.status, page.includes(`<h1>${dropTitle}</h1>`), page.includes(dropText)]).toEqual([
        200,
        true,
        true,
      ])
      expect(page).not.toMatch(/<img|<script>/)
      expect(page).not.toContain(work.links[0]?.token)
      expect(inputsWith(page, 'type="hidden"', 'name="trust"', 'value="4"')).toHaveLength(1)
      expect(receiptIn(page)).toBe(fields.receipt)
      // The button takes effect because it is the last field with its name.
      const order = [...page.matchAll(/<[^>]*name="draft"[^>]*>/g)].map(([tag]) => valueIn(tag))
      expect(order).toEqual(['ask', 'drop', 'back'])
    }
    const back = await (await save(fields, 'back')).text()
    expect(inputsWith(back, 'name="overall"', 'value="5"', 'checked')).toHaveLength(1)
    expect(back).toContain('newer\r\n&lt;/textarea&gt;')
    expect(await work.database.snapshot()).toEqual(storedBefore)
    expect((await post(work.app, '/s/none', { draft: 'ask' })).status).toBe(404)
  })

  it.each([
    ['a text over its length', { overall: '5', improve: '字'.repeat(1001) }, words.errors.tooLong(1001, 1000)],
    ['a value that is not offered', { overall: '9' }, words.errors.notAnOption],
    ['a field that is no question', { overall: '5', passport: 'E1' }, words.errors.unknown],
  ])(
    'with %s gets the same error as on submission, and the earlier draft remains',
    async (_, invalidFields, sentence) => {
      await save({ trust: '2' })
      const response = await save({ ...(await form(work.app, work.links[0]!.token)), ...invalidFields })
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toContain(sentence)
      expect(page).toContain('improve' in invalidFields ? invalidFields.improve : '')
      expect(inputsWith(await open(), 'name="trust"', 'value="2"', 'checked')).toHaveLength(1)
    },
  )

  it('keeps all input when the language is switched, and is not stored by that', async () => {
    await save({ trust: '4', improve: 'kept words' })
    const storedBefore = await work.database.snapshot()
    const fields = { receipt: receiptIn(await open()), trust: '4', overall: '2', improve: 'newer words', lang: 'zh-CN' }
    const switched = await post(work.app, path('zh-CN'), fields)
    const page = await switched.text()
    expect(switched.status).toBe(200)
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain(messages('zh-CN').survey.draft.title)
    expect(inputsWith(page, 'name="overall"', 'value="2"', 'checked')).toHaveLength(1)
    expect(page).toContain('newer words</textarea>')
    expect(receiptIn(page)).toBe(fields.receipt)
    expect(await work.database.snapshot()).toEqual(storedBefore)
  })

  it('is not changed by opening the page or by another site', async () => {
    await save({ improve: 'mine' })
    const storedBefore = await work.database.snapshot()
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const query of ['draft=drop', 'draft=keep&overall=1', ''])
        await work.app.request(`${path()}&${query}`, { method })
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    for (const draft of ['keep', 'drop', 'ask'])
      expect((await post(work.app, path(), { draft, overall: '1' }, crossSite)).status).toBe(403)
    expect(await work.database.snapshot()).toEqual(storedBefore)
  })

  it('is not stored for an unknown or closed link', async () => {
    expect((await post(work.app, '/s/none', { draft: 'keep', overall: '1' })).status).toBe(404)
    await save({ overall: '1' })
    work.setTime(AFTER_THE_END)
    await work.closeWave()
    expect((await save({ overall: '2' })).status).toBe(410)
    expect(await drafts()).toEqual([])
  })
})

describe('a draft that is saved while the traveler types', () => {
  const autosave = (page: string, tag: string, fields: Readonly<Record<string, string>>) =>
    save(fields, `auto:${page}:${tag}`)
  const shownTag = (page: string) => /data-draft="([0-9a-f]{16})"/.exec(page)?.[1] ?? ''

  it('is answered without a page, and shown by the same link', async () => {
    const saved = await autosave('first', '', { trust: '4', improve: HOSTILE_TEXT })
    expect([saved.status, await saved.text()]).toEqual([200, ''])
    const page = await open()
    expect(shownTag(page)).toBe(saved.headers.get('draft-tag'))
    expect(inputsWith(page, 'checked')).toEqual(inputsWith(page, 'name="trust"', 'value="4"'))
  })

  it('is not overwritten by another page that knows nothing of it, nor saved again after it was deleted', async () => {
    const tag = (await autosave('first', '', { trust: '4' })).headers.get('draft-tag') ?? ''
    expect((await autosave('second', '', { trust: '1' })).status).toBe(412)
    // The page that saved it may have lost the response.
    const again = await autosave('first', '', { trust: '5' })
    expect(again.status).toBe(200)
    expect((await autosave('second', tag, { trust: '1' })).status).toBe(412)
    expect((await autosave('second', again.headers.get('draft-tag') ?? '', { trust: '2' })).status).toBe(200)
    await save({}, 'drop')
    expect((await autosave('second', tag, { trust: '2' })).status).toBe(412)
    expect(await drafts()).toEqual([])
  })

  it('is deleted when the form is empty again, and may be saved again', async () => {
    const { headers } = await autosave('first', '', { trust: '4' })
    const blank = await autosave('first', headers.get('draft-tag') ?? '', {})
    expect([blank.status, blank.headers.get('draft-tag')]).toEqual([200, ''])
    expect(await drafts()).toEqual([])
    expect((await autosave('first', '', { trust: '3' })).status).toBe(200)
  })

  it.each([
    [
      'after the answer',
      async () => {
        const answer = { ...(await form(work.app, work.links[0]!.token)), overall: '5' }
        expect((await post(work.app, path(), answer)).status).toBe(303)
      },
    ],
    ['after the end of the survey', async () => work.setTime(AFTER_THE_END)],
  ])('is refused %s, and nothing is stored', async (_, act) => {
    await act()
    const before = await answers()
    const late = await autosave('first', '', { trust: '4' })
    expect([late.status, late.headers.get('draft-tag')]).toEqual([410, null])
    expect(await drafts()).toEqual([])
    expect(await answers()).toEqual(before)
  })

  it.each([
    ['an item that the questionnaire does not have', { other: '1' }, 'auto:first:'],
    ['a value that is no option', { trust: '9' }, 'auto:first:'],
    ['a text of 10,000 characters', { improve: 'x'.repeat(10_000) }, 'auto:first:'],
    ['a malformed page', { trust: '4' }, 'auto:FIRST'],
    ['a malformed tag', { trust: '4' }, 'auto:first:1'],
  ])('is refused with %s', async (_, fields, draft) => {
    const refused = await save(fields as Readonly<Record<string, string>>, draft)
    expect([refused.status, await refused.text()]).toEqual([422, ''])
    expect(await drafts()).toEqual([])
  })

  it('is sent by a script that stays in the browser, and has its sentences in the language of the page', async () => {
    for (const lang of LOCALES) {
      const source = /<script src="([^"]+)" defer/.exec(await open(lang))?.[1] ?? ''
      const script = await work.app.request(source)
      expect(script.headers.get('content-type')).toBe('text/javascript; charset=UTF-8')
      expect(script.headers.get('cache-control')).toBe('public, max-age=604800')
      expect(await script.text()).toContain(messages(lang).survey.autosave.offline)
    }
    expect((await work.app.request('/js/00000000')).status).toBe(404)
  })
})
