import { textDirection } from '@wayproof/kernel/people/survey-language'

/** Attributes of a text in another language than the letter; none if there is no other language. */
export const inLanguage = (language: string | undefined) =>
  language ? { lang: language, dir: textDirection(language) } : {}
