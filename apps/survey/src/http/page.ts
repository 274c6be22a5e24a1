import { type Locale, organisationName } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import type { Organisation } from '@wayproof/store'

/** Data that every page needs. */
export interface Page {
  readonly locale: Locale
  readonly words: Messages['survey']
  /** Null until the first-run setup is complete. */
  readonly organisation: Organisation | null
}

/** The organization's name; before setup, the page's subject. */
export const pageOwner = ({ locale, words, organisation }: Page): string =>
  organisation ? organisationName(organisation, locale) : words.programme
