import { LOCALES } from '@wayproof/kernel'
import { type Messages, messages } from '@wayproof/messages'

/** A promise that did not hold, in the reader's words. */
export type Breach = (words: Messages['commands']['torture']['breaches']) => string

/** Broken promises, each line in every language. */
export const breachLines = (breaches: readonly Breach[]): string =>
  breaches.flatMap((breach) => LOCALES.map((locale) => breach(messages(locale).commands.torture.breaches))).join('\n')
