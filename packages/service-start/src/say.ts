import { LOCALES } from '@wayproof/kernel'
import { type Messages, messages } from '@wayproof/messages'

export type Sentence = (words: Messages) => string

/** Prints a sentence once in each language. */
export function say(sentence: Sentence, print: (line: string) => void = console.log): void {
  for (const locale of LOCALES) print(sentence(messages(locale)))
}
