import { fail, type Outcome, ok } from '../outcome.ts'
import { acceptedTags, isLocale, type Locale, nearestLocale } from './locale.ts'

/** A language of the survey as a canonical BCP 47 tag: one of `LOCALES`, or one that the organization added. */
export type SurveyLanguage = string

export type LanguageTagFault = { readonly code: 'tag-invalid' | 'tag-unknown' | 'tag-built-in' }

/** Longest text that is read as a tag; tags that can be added have at most 12 characters. */
export const LONGEST_TAG = 20

/** Language, then script and region if needed: `fr`, `pt-BR`, `sr-Latn`. */
const SHAPE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/

/** Chinese and English of any region are the product's own. */
const isBuiltIn = (tag: string): boolean => /^(zh|en)(-|$)/.test(tag)

/** The canonical tag of a language that may be added. Its dates, numbers and plurals must be known to the engine. */
export function readAddedTag(text: string): Outcome<SurveyLanguage, LanguageTagFault> {
  const tag = text.length > LONGEST_TAG ? null : canonicalTag(text.trim())
  if (tag === null || !SHAPE.test(tag)) return fail('tag-invalid')
  if (isBuiltIn(tag)) return fail('tag-built-in')
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  return isKnown && Intl.PluralRules.supportedLocalesOf(tag).length > 0 ? ok(tag) : fail('tag-unknown')
}

export const isAddedTag = (text: string): boolean => {
  const read = readAddedTag(text)
  return read.ok && read.value === text
}

/** True for a language of the product, and for each that may be added. */
export const isSurveyLanguage = (text: string): text is SurveyLanguage => isLocale(text) || isAddedTag(text)

function canonicalTag(text: string): string | null {
  try {
    return text === '' ? null : (Intl.getCanonicalLocales(text)[0] ?? null)
  } catch {
    return null
  }
}

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']

export function textDirection(language: SurveyLanguage): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/**
 * The language in which somebody with this tag is written to: one of the product or an `added` one; null if there is
 * none. French of Canada is written as French, and French as that of Canada if there is no other.
 */
export function writtenLanguage(tag: string, added: readonly SurveyLanguage[]): SurveyLanguage | null {
  if (/^(zh|en)(?![a-z])/i.test(tag)) return nearestLocale(tag)
  const subtags = tag.toLowerCase().split(/[-_]/)
  for (let length = subtags.length; length > 0; length -= 1) {
    const wider = subtags.slice(0, length).join('-')
    const match = added.find((each) => each.toLowerCase() === wider)
    if (match !== undefined) return match
  }
  return added.find((each) => each.split('-')[0] === subtags[0]) ?? null
}

/** Selects the language by the Accept-Language header among those of the product and the `added` ones, else `fallback`. */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  fallback: Locale,
  added: readonly SurveyLanguage[],
): SurveyLanguage {
  for (const tag of acceptedTags(acceptLanguage)) {
    const language = writtenLanguage(tag, added)
    if (language !== null) return language
  }
  return fallback
}
