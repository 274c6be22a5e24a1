import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { form, inputsWith, post } from '../testing/browser.ts'
import { answersIn, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork({}, false, EVERY_TYPE)
})
afterEach(() => work.close())

const token = () => work.links[0]?.token ?? ''
const open = async (lang = 'en') => (await work.app.request(`/s/${token()}?lang=${lang}`)).text()
const send = (path: string, fields: Readonly<Record<string, string>>) => post(work.app, `${path}?lang=en`, fields)
const submit = async (fields: Readonly<Record<string, string>>) =>
  send(`/s/${token()}`, { ...(await form(work.app, token())), ...fields })

const FIELDS = {
  ...{ overall: '4', trust: 'dk', notice: '5', security: 'na', contacted: 'no' },
  ...{ 'channels.app': 'yes', 'channels.phone': 'yes', 'asked-first': 'dk', recommend: '10', improve: 'less mail' },
}
const STORED = {
  ...{ overall: '4', trust: 'dk', notice: '5', security: 'na', contacted: 'no' },
  ...{ 'channels.app': 'yes', 'channels.web': 'no', 'channels.phone': 'yes', 'channels.none': 'no' },
  ...{ 'asked-first': 'dk', recommend: '10' },
}

it('shows every type in both languages: rows of a matrix are questions of their own under its stem', async () => {
  for (const lang of LOCALES) {
    const page = await open(lang)
    for (const { id, codes, kind } of codedItems(EVERY_TYPE)) {
      const fields =
        kind === 'tick'
          ? inputsWith(page, `name="${id}"`, 'type="checkbox"', 'value="yes"')
          : inputsWith(page, `name="${id}"`, 'type="radio"')
      expect(fields, id).toHaveLength(kind === 'tick' ? 1 : codes.length)
    }
    const matrix = /<section class="m" aria-labelledby="aspects">.*?<\/section>/s.exec(page)?.[0] ?? ''
    expect(matrix.match(/<fieldset class="s"><legend><span class="n">[345]<\/span> /g)).toHaveLength(3)
    expect(inputsWith(page, 'type="text"', 'name="improve"', 'maxLength="120"')).toHaveLength(1)
    expect(page).toContain(
      lang === 'en' ? '0: Not at all likely. 10: Extremely likely.' : '0：完全不可能；10：非常可能。',
    )
    expect(page).toContain(lang === 'en' ? 'Choose up to 2.' : '最多选 2 项。')
    expect(page).toContain(
      lang === 'en' ? 'Only if you answered “The app” to question 8.' : '仅当第 8 题选择“手机应用”时填写。',
    )
  }
})

it('stores an answer to every type, shows it, and starts a change with it', async () => {
  const { receipt } = await form(work.app, token())
  expect((await send(`/s/${token()}`, { ...FIELDS, receipt })).status).toBe(303)
  expect(await answersIn(work.database, EVERY_TYPE)).toEqual([{ values: STORED, comment: 'less mail' }])
  const shown = await (await send('/receipt', { receipt })).text()
  const told = [...shown.matchAll(/<dt>\d* ?(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, question, text]) => [question, text])
  const blank = '<span class="soft">Not answered</span>'
  expect(told.slice(2).map(([, text]) => text)).toEqual([
    ...['Very satisfied', blank, 'No experience', 'No', 'The app, The telephone', 'Don’t know', '10', 'less mail'],
  ])
  const change = await (await send('/receipt/correct', { receipt })).text()
  expect(inputsWith(change, 'checked').map((tag) => /name="([^"]+)"/.exec(tag)?.[1])).toEqual([
    ...['overall', 'trust', 'notice', 'security', 'contacted', 'channels.app', 'channels.phone', 'asked-first'],
    'recommend',
  ])
  await send('/receipt/correction', { receipt, overall: '1', 'channels.none': 'yes' })
  expect(await answersIn(work.database, EVERY_TYPE)).toMatchObject([
    { values: { overall: '1', 'channels.none': 'yes' } },
  ])
})

it('names each fault beside its question and at the top, and keeps every input', async () => {
  const page = await (
    await submit({ ...FIELDS, notice: '9', 'channels.web': 'yes', recommend: '11', improve: 'x'.repeat(121) })
  ).text()
  expect([...page.matchAll(/<li><a href="#([^"]+)">(.*?)<\/a>/g)].map(([, at, text]) => `${at} ${text}`)).toEqual([
    'notice Question 3: Choose one of the options shown.',
    'channels Question 8: Choose at most 2 options.',
    'recommend Question 10: Choose one of the options shown.',
    'improve Comment: Shorten this to 120 characters. It has 121.',
  ])
  for (const id of ['notice', 'channels', 'recommend', 'improve'])
    expect(inputsWith(page, ` id="${id}"`)).toHaveLength(1)
  expect(inputsWith(page, 'name="channels.', 'checked')).toHaveLength(3)
  const both = await (await submit({ overall: '4', 'channels.app': 'yes', 'channels.none': 'yes' })).text()
  expect(both).toContain('Choose either “None of these” or other options.')
})

it('keeps a draft with half a matrix and no required question, and asks before it deletes one', async () => {
  const { receipt } = await form(work.app, token())
  const { overall: _, ...begun } = FIELDS
  expect((await send(`/s/${token()}`, { ...begun, receipt, draft: 'keep' })).status).toBe(303)
  expect(inputsWith(await open(), 'checked')).toHaveLength(8)
  const asking = await (await send(`/s/${token()}`, { ...begun, receipt, draft: 'ask' })).text()
  for (const name of ['notice', 'channels.app', 'recommend', 'improve'])
    expect(inputsWith(asking, 'type="hidden"', `name="${name}"`)).toHaveLength(1)
})
