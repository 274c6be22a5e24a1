import { type Outcome, ok } from '@wayproof/kernel'
import { codesOf } from '../questionnaire/item-codes.ts'
import type { Item, Questionnaire } from '../questionnaire/questionnaire.ts'
import { RESERVED_FIELDS } from '../questionnaire/questionnaire-check.ts'

/** Item ID -> code: a point `1` to `5`, an off-scale code or a choice. Blank items are absent. */
export type AnswerValues = Readonly<Record<string, string>>

export interface Answer {
  readonly values: AnswerValues
  /** The open text without control characters; null if blank. */
  readonly comment: string | null
}

/** `not-shown` is for pages that ask item by item; a plain form drops the values of hidden items silently. */
export type ItemFault = 'required' | 'not-an-option' | 'too-long' | 'not-shown' | 'unknown-item'

export interface AnswerFault {
  readonly code: 'answer-invalid'
  readonly items: Readonly<Record<string, ItemFault>>
}

/** True if the answers so far meet the conditions of `item`. */
export function showsItem(questionnaire: Questionnaire, values: AnswerValues, item: Item): boolean {
  if (!item.showIf) return true
  return Object.entries(item.showIf).every(([id, value]) => {
    const askedItem = questionnaire.items.find((candidate) => candidate.id === id)
    return askedItem !== undefined && showsItem(questionnaire, values, askedItem) && trimmedField(values, id) === value
  })
}

/**
 * Reads posted fields (item ID -> code or text). Values of hidden items are dropped, because the page without
 * JavaScript shows every item. A field that is no item is a fault, because no survey page sends one.
 */
export function readAnswer(
  questionnaire: Questionnaire,
  fields: Readonly<Record<string, string>>,
): Outcome<Answer, AnswerFault> {
  const fieldNames = fieldNamesOf(questionnaire)
  const faults = new Map<string, ItemFault>()
  for (const name of Object.keys(fields)) if (!fieldNames.has(name)) faults.set(name, 'unknown-item')
  const values: Record<string, string> = {}
  let comment: string | null = null
  for (const item of questionnaire.items) {
    if (!showsItem(questionnaire, values, item)) continue
    const text = item.type === 'text' ? cleanText(trimmedField(fields, item.id)) : trimmedField(fields, item.id)
    if (text === '') {
      if (item.required) faults.set(item.id, 'required')
    } else if (item.type === 'text') {
      if (Array.from(text).length > item.maxLength) faults.set(item.id, 'too-long')
      comment = text
    } else if (codesOf(questionnaire, item).has(text)) values[item.id] = text
    else faults.set(item.id, 'not-an-option')
  }
  if (faults.size === 0) return ok({ values, comment })
  return { ok: false, fault: { code: 'answer-invalid', items: Object.fromEntries(faults) } }
}

const names = new WeakMap<Questionnaire, ReadonlySet<string>>()

/** All fields that a survey page may send. */
function fieldNamesOf(questionnaire: Questionnaire): ReadonlySet<string> {
  const fieldNames =
    names.get(questionnaire) ?? new Set([...RESERVED_FIELDS, ...questionnaire.items.map(({ id }) => id)])
  names.set(questionnaire, fieldNames)
  return fieldNames
}

/**
 * Normalizes line ends to `\n`, which is how HTML counts them, removes other control characters and replaces lone
 * surrogates by U+FFFD.
 */
function cleanText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n')
  return lines.replace(/[^\P{Cc}\n\t]/gu, '').trim()
}

const trimmedField = (fields: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''
