import type { Locale } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import type { Organisation } from '@wayproof/store'

/** What every page is written with. */
export interface Page {
  readonly locale: Locale
  readonly words: Messages['survey']
  /** Null until the first-run set-up is done. */
  readonly organisation: Organisation | null
}

/** The organisation's name in the page's language; before set-up, what the page is about. */
export function organisationName({ locale, words, organisation }: Page): string {
  if (!organisation) return words.programme
  return locale === 'en' ? organisation.nameEn : organisation.nameZh
}
