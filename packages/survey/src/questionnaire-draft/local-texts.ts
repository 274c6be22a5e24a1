import { LOCALES, type Locale, type LocalText } from '@wayproof/kernel'

/** A text in two languages, with the path of its object: `items.3.options.0`. */
export interface PlacedText {
  readonly path: string
  readonly text: LocalText
}

/** Every text in two languages inside a value, in the order of the file. Works for every type of question. */
export function localTexts(value: unknown, path = ''): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([name, part]) =>
    localTexts(part, path === '' ? name : `${path}.${name}`),
  )
  return isLocalText(value) ? [{ path, text: value }, ...within] : within
}

const isLocalText = (value: object): value is LocalText =>
  LOCALES.every((locale) => typeof Reflect.get(value, locale) === 'string')

/** How many texts of a value have a language. */
export interface Completeness {
  readonly filled: number
  readonly all: number
}

export function completenessIn(value: unknown, locale: Locale): Completeness {
  const texts = localTexts(value)
  return { filled: texts.filter(({ text }) => text[locale].trim() !== '').length, all: texts.length }
}
