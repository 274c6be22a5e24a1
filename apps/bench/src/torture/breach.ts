import { LOCALES } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'

/** A broken promise, in the reader's language. */
export type Breach = (words: Messages['commands']['torture']['breaches']) => string

/** Prints broken promises, each in every language. */
export const breachLines = (breaches: readonly Breach[]): string =>
  breaches.flatMap((breach) => LOCALES.map((locale) => breach(messages(locale).commands.torture.breaches))).join('\n')
