import { type Locale, organisationName } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import type { Organisation } from '@wayproof/store'

/** What every page is written with. */
export interface Page {
  readonly locale: Locale
  readonly words: Messages['survey']
  /** Null until the first-run set-up is done. */
  readonly organisation: Organisation | null
}

/** The organisation's name on the page; before set-up, what the page is about. */
export const pageOwner = ({ locale, words, organisation }: Page): string =>
  organisation ? organisationName(organisation, locale) : words.programme
