/** @jsxRuntime automatic */

import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { translated } from '@wayproof/survey/testing/translated'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NOTHING_TYPED } from '../components/typed-answer.ts'
import { productPage } from '../http/page-in-language.ts'
import { AnswerList } from '../receipt/answer-list.tsx'
import { Questions } from './questions.tsx'

// Pages in French need sentences; here only the questionnaire is French.
const page = { ...productPage('en', null), locale: 'fr' }
const french = translated(EVERY_TYPE, 'fr')
const shown = (questionnaire = french) =>
  renderToStaticMarkup(<Questions page={page} questionnaire={questionnaire} answer={NOTHING_TYPED} />)

test('a page in an added language shows every text of the questionnaire in it', () => {
  const markup = shown()
  for (const { en, stem } of codedItems(EVERY_TYPE)) {
    expect(markup).toContain(`fr ${en}`)
    if (stem) expect(markup).toContain(`fr ${stem.en}`)
  }
  for (const { label } of optionsOf(french, french.items[0]!, 'fr', page.words.fixed))
    expect(markup).toContain(label.replace("'", '&#x27;'))
  expect(markup).toContain('0: fr Not at all likely. 10: fr Extremely likely.')
  expect(markup).toContain('fr In a few words')
  expect(markup).not.toContain('lang="en"')
})

test('a version without the language is shown in English, and marked so for screen readers', () => {
  const markup = shown(EVERY_TYPE)
  expect(markup).toContain('<legend lang="en" dir="ltr"><span class="n">1</span> Thinking')
  expect(markup).toMatch(/<label lang="en" dir="ltr"><input[^>]*name="overall"[^>]*value="5"/)
  expect(markup).toContain('<h2 class="stem" id="aspects" lang="en" dir="ltr">')
  expect(markup).toMatch(/<label for="improve" lang="en" dir="ltr">In a few words/)
})

test('a statement that lacks a translation does not show that of its matrix', () => {
  const items = french.items.map((item) =>
    item.type === 'matrix' ? { ...item, rows: item.rows.map((row) => withWording(row, 'fr', '')) } : item,
  )
  const { rows, en } = EVERY_TYPE.items.find((item) => item.type === 'matrix')!
  const markup = shown({ ...french, items })
  for (const row of rows) expect(markup).toContain(`</span> ${row.en}`)
  expect(markup.split(`fr ${en}`)).toHaveLength(2)
})

test('the copy of an answer has the questions and choices in the language', () => {
  const answer = { values: { overall: '4', 'channels.app': 'yes', 'channels.web': 'yes' }, comment: 'merci' }
  const markup = renderToStaticMarkup(<AnswerList page={page} questionnaire={french} answer={answer} />)
  expect(markup).toContain('<dt>1 fr Thinking')
  expect(markup).toContain('<dd>fr Satisfied</dd>')
  expect(markup).toContain('fr The app, fr The website')
  expect(markup).toContain('<dd>merci</dd>')
})
