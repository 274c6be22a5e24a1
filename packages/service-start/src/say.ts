import { LOCALES } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'

export type Sentence = (words: Messages) => string

/** Prints a sentence once in each language. */
export function say(sentence: Sentence, print: (line: string) => void = console.log): void {
  for (const locale of LOCALES) print(sentence(messages(locale)))
}
