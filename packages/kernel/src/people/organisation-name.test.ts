import { expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import { organisationName } from './organisation-name.ts'

test('an organization is shown by its name in the page’s language, or by its only name', () => {
  const organisation = (nameZh: string, nameEn: string) =>
    LOCALES.map((locale) => organisationName({ nameZh, nameEn }, locale))
  const inOrder = (zh: string, en: string) => LOCALES.map((locale) => (locale === 'en' ? en : zh))
  expect(organisation('远行', 'Faraway')).toEqual(inOrder('远行', 'Faraway'))
  expect(organisation('远行', '')).toEqual(inOrder('远行', '远行'))
  expect(organisation('', 'Faraway')).toEqual(inOrder('Faraway', 'Faraway'))
})
