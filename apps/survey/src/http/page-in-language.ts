import type { BrandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import { isLocale, LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SpokenLanguages } from '@wayproof/messages/added/recent-languages'
import { messages } from '@wayproof/messages/messages'
import { travelerSentences } from '@wayproof/messages/traveler-sentences'
import type { LanguageLink, Page, ProductPage } from './page.ts'

/** Each language is named by the other one, which links to it. */
const productLinks: readonly LanguageLink[] = LOCALES.map((tag) => ({
  ...{ tag, direction: 'ltr' },
  name: messages(tag === 'en' ? 'zh-CN' : 'en').survey.otherLanguage,
}))

const productSentences = { 'zh-CN': travelerSentences('zh-CN'), en: travelerSentences('en') }

/** The page data in a language of the product, with links to that language alone. */
export const productPage = (locale: Locale, organisation: BrandedOrganisation | null): ProductPage => ({
  ...{
    locale,
    linkLanguage: locale,
    organisation,
    direction: 'ltr',
    sentences: productSentences[locale],
    isReadOnly: false,
  },
  words: productSentences[locale].survey,
  otherLanguages: productLinks.filter(({ tag }) => tag !== locale),
})

const pagesByLanguages = new WeakMap<SpokenLanguages, Map<SurveyLanguage, Page>>()

/**
 * The page data in a language, with links to all others; in English if the language is not spoken. The same object as
 * long as neither the languages nor the organization change.
 */
export function pageIn(
  language: SurveyLanguage,
  addedLanguages: SpokenLanguages,
  organisation: BrandedOrganisation | null,
): Page {
  const pages = pagesByLanguages.get(addedLanguages) ?? new Map<SurveyLanguage, Page>()
  pagesByLanguages.set(addedLanguages, pages)
  const cached = pages.get(language)
  if (cached?.organisation === organisation) return cached
  const page = makePage(language, addedLanguages, organisation)
  pages.set(language, page)
  return page
}

function makePage(
  language: SurveyLanguage,
  addedLanguages: SpokenLanguages,
  organisation: BrandedOrganisation | null,
): Page {
  const added = addedLanguages.get(language)
  const page = productPage(isLocale(language) ? language : 'en', organisation)
  const links = [...productLinks, ...addedLanguages.values()]
  if (!added) return { ...page, otherLanguages: links.filter(({ tag }) => tag !== page.locale) }
  const { sentences, direction } = added
  return {
    ...page,
    ...{ locale: language, linkLanguage: language, direction, sentences, words: sentences.survey },
    otherLanguages: links.filter(({ tag }) => tag !== language),
  }
}
