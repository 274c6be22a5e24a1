import type { BrandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import { type Locale, nearestLocale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { TravelerSentences } from '@wayproof/messages/traveler-sentences'

/** Data that every page needs. */
export interface Page {
  readonly locale: SurveyLanguage
  /** The language of links: that of the reader, also where this page has no text in it. */
  readonly linkLanguage: SurveyLanguage
  /** Tells a reader of another language that the page is not translated; absent if it is. */
  readonly untranslated?: { readonly text: string; readonly direction: 'ltr' | 'rtl' }
  readonly direction: 'ltr' | 'rtl'
  readonly sentences: TravelerSentences
  readonly words: TravelerSentences['survey']
  /** The other languages of the page, for the links to them. */
  readonly otherLanguages: readonly LanguageLink[]
  /** Null until the first-run setup is complete. */
  readonly organisation: BrandedOrganisation | null
  /** True while the database is damaged, so that no form is stored. */
  readonly isReadOnly: boolean
}

/** A page that is only in the languages of the product. */
export interface ProductPage extends Page {
  readonly locale: Locale
}

export interface LanguageLink {
  readonly tag: SurveyLanguage
  /** In the language. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

/** The organization's name; before setup, the page's subject. An added language shows the English name. */
export const pageOwner = ({ locale, words, organisation }: Page): string =>
  organisation ? organisationName(organisation, nearestLocale(locale)) : words.programme
