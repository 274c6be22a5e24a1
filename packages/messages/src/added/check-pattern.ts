import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  type MessageFormatElement,
  type PluralElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { ArgumentKind } from './sentence-arguments.ts'

export interface TextFault {
  readonly code:
    | 'characters'
    | 'too-long'
    | 'syntax'
    | 'argument-missing'
    | 'argument-unknown'
    | 'argument-no-number'
    | 'form-missing'
  readonly figures?: Readonly<Record<string, string | number>>
}

/** Parsed elements of a pattern. Throws SyntaxError. Angle brackets are text, because a sentence has no markup. */
export const elementsOf = (pattern: string): MessageFormatElement[] => parse(pattern, { ignoreTag: true })

/**
 * Control characters, brackets of markup, marks that turn the direction of text around them, and the sign for a letter
 * that was lost because the file is not in UTF-8.
 */
const UNWANTED = /[<>\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\u00ad\ufffd]/u

/** A sentence may be three times as long as the English one. */
const longestSentence = (english: string): number => Math.max(120, 3 * english.length)

/** The first fault of a sentence in a language, compared with the English one; null if there is none. */
export function faultOfText(
  text: string,
  english: string,
  kinds: readonly ArgumentKind[] | null,
  language: SurveyLanguage,
): TextFault | null {
  const most = longestSentence(english)
  if (text.length > most) return { code: 'too-long', figures: { most, length: text.length } }
  if (UNWANTED.test(text)) return { code: 'characters' }
  if (kinds === null) return faultOfSlots(text, english)
  try {
    return faultOfElements(elementsOf(text), argumentsOf(kinds), language)
  } catch {
    return { code: 'syntax' }
  }
}

/** A sentence that is no pattern has the same slots as the English one, as `{time}`. */
function faultOfSlots(text: string, english: string): TextFault | null {
  const [slots, expected] = [text, english].map((each) => new Set(each.match(/\{[^}]*\}/g)))
  const missing = [...(expected ?? [])].find((slot) => !slots?.has(slot))
  const unknown = [...(slots ?? [])].find((slot) => !expected?.has(slot))
  if (missing !== undefined) return { code: 'argument-missing', figures: { argument: missing } }
  return unknown === undefined ? null : { code: 'argument-unknown', figures: { argument: unknown } }
}

interface Argument {
  readonly name: string
  readonly isNumber: boolean
  /** The length of a listing may go unused. */
  readonly isOptional: boolean
}

const argumentsOf = (kinds: readonly ArgumentKind[]): readonly Argument[] =>
  kinds
    .flatMap((kind) =>
      kind === 'numbers'
        ? [
            { isNumber: true, isOptional: true },
            { isNumber: false, isOptional: false },
          ]
        : [{ isNumber: kind !== 'text', isOptional: false }],
    )
    .map((argument, position) => ({ ...argument, name: String(position) }))

function faultOfElements(
  elements: readonly MessageFormatElement[],
  expected: readonly Argument[],
  language: SurveyLanguage,
): TextFault | null {
  function faultIn(some: readonly MessageFormatElement[]): TextFault | null {
    for (const element of some) {
      if (isLiteralElement(element) || isPoundElement(element)) continue
      const isPlural = isPluralElement(element) && element.pluralType === 'cardinal'
      const isPlainNumber = isNumberElement(element) && !element.style
      if (!(isArgumentElement(element) || isPlainNumber || isPlural)) return { code: 'syntax' }
      const argument = expected.find(({ name }) => name === element.value)
      const figures = { argument: `{${element.value}}` }
      if (!argument) return { code: 'argument-unknown', figures }
      if (!argument.isNumber && !isArgumentElement(element)) return { code: 'argument-no-number', figures }
      if (!isPlural) continue
      // The number would be said too small.
      if (element.offset !== 0) return { code: 'syntax' }
      const fault =
        faultOfForms(element, language) ??
        Object.values(element.options).reduce<TextFault | null>(
          (earlierFault, { value }) => earlierFault ?? faultIn(value),
          null,
        )
      if (fault) return fault
    }
    return null
  }
  const fault = faultIn(elements)
  if (fault) return fault
  const certainArguments = alwaysSaid(elements, language)
  const missing = expected.find(({ name, isOptional }) => !isOptional && !certainArguments.has(name))
  return missing ? { code: 'argument-missing', figures: { argument: `{${missing.name}}` } } : null
}

/** The arguments that are said whatever their values are. A form of one number may say it in words. */
function alwaysSaid(
  elements: readonly MessageFormatElement[],
  language: SurveyLanguage,
  counted?: string,
): ReadonlySet<string> {
  const certainArguments = new Set<string>()
  for (const element of elements) {
    if (isPoundElement(element) && counted !== undefined) certainArguments.add(counted)
    if (isArgumentElement(element) || isNumberElement(element)) certainArguments.add(element.value)
    if (!isPluralElement(element)) continue
    const forms = Object.entries(element.options).map(([form, { value }]) => {
      const inForm = alwaysSaid(value, language, element.value)
      return isOfOneNumber(form, language) ? new Set([...inForm, element.value]) : inForm
    })
    const [first = new Set<string>(), ...others] = forms
    for (const name of first) if (others.every((form) => form.has(name))) certainArguments.add(name)
  }
  return certainArguments
}

/** Forms that whole numbers up to this one need; some languages have another for millions. */
const LARGEST_COUNT = 200

function formsOfCounts(language: SurveyLanguage): readonly string[] {
  const rules = new Intl.PluralRules(language)
  return Array.from({ length: LARGEST_COUNT }, (_, n) => rules.select(n + 1))
}

const isOfOneNumber = (form: string, language: SurveyLanguage): boolean =>
  form.startsWith('=') || formsOfCounts(language).filter((each) => each === form).length <= 1

function faultOfForms({ options }: PluralElement, language: SurveyLanguage): TextFault | null {
  // In Russian, `one` is also the form of 21.
  const has = (form: string) =>
    Object.hasOwn(options, form) || (form === 'one' && Object.hasOwn(options, '=1') && isOfOneNumber('one', language))
  const missingForms = [...new Set(formsOfCounts(language))].filter((form) => !has(form))
  return missingForms.length === 0 ? null : { code: 'form-missing', figures: { forms: missingForms.join(', ') } }
}
