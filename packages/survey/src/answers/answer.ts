import {
  type CodedQuestion,
  codedFrom,
  codedItem,
  codedItems,
  NO,
  tickId,
  YES,
} from '@wayproof/forms/questionnaire/coded-items'
import {
  isOpenText,
  type Questionnaire,
  type SeveralItem,
  type TextItem,
} from '@wayproof/forms/questionnaire/questionnaire'
import { RESERVED_FIELDS } from '@wayproof/forms/questionnaire/questionnaire-check'
import { type Outcome, ok } from '@wayproof/kernel/outcome'

/**
 * ID of a coded question -> code: a point `1` to `5`, an off-scale code or a choice. Blank ones are absent; several
 * choices are all present, each `yes` or `no`, or all absent.
 */
export type AnswerValues = Readonly<Record<string, string>>

export interface Answer {
  readonly values: AnswerValues
  /** The open text without control characters; null if blank. */
  readonly comment: string | null
}

/** `not-shown` is for pages that ask item by item; a plain form drops the values of hidden items silently. */
export type ItemFault =
  | 'required'
  | 'not-an-option'
  | 'too-long'
  | 'not-shown'
  | 'unknown-item'
  /** More choices than the question allows. */
  | 'too-many'
  /** Another choice beside one that excludes all others. */
  | 'not-together'

export interface AnswerFault {
  readonly code: 'answer-invalid'
  /** By the ID of an item or of a row of a matrix, or by the name of a field. */
  readonly items: Readonly<Record<string, ItemFault>>
}

/** True if the answers so far meet the conditions of the question. */
export function showsItem(
  questionnaire: Questionnaire,
  values: AnswerValues,
  question: Pick<CodedQuestion, 'showIf'>,
): boolean {
  if (!question.showIf) return true
  return Object.entries(question.showIf).every(([id, value]) => {
    const earlier = codedItem(questionnaire, id)
    return earlier !== undefined && showsItem(questionnaire, values, earlier) && trimmedField(values, id) === value
  })
}

type Fields = Readonly<Record<string, string>>

/** The values read so far, and the faults found. */
interface Reading {
  readonly values: Record<string, string>
  readonly faults: Map<string, ItemFault>
}

/**
 * Reads posted fields: the ID of a coded question -> code (`yes` for one of several choices), or text. Values of hidden
 * items are dropped, because the page without JavaScript shows every item. A field that is no item is a fault, because
 * no survey page sends one.
 */
export function readAnswer(questionnaire: Questionnaire, fields: Fields): Outcome<Answer, AnswerFault> {
  const fieldNames = fieldNamesOf(questionnaire)
  const reading: Reading = { values: {}, faults: new Map() }
  const { values, faults } = reading
  for (const name of Object.keys(fields)) if (!fieldNames.has(name)) faults.set(name, 'unknown-item')
  let comment: string | null = null
  for (const item of questionnaire.items) {
    if (!showsItem(questionnaire, values, item)) continue
    if (isOpenText(item)) comment = readText(item, fields, faults) ?? comment
    else if (item.type === 'several') readChoices(item, fields, reading)
    else for (const question of codedFrom(questionnaire, item)) readValue(question, fields, reading)
  }
  if (faults.size === 0) return ok({ values, comment })
  return { ok: false, fault: { code: 'answer-invalid', items: Object.fromEntries(faults) } }
}

function readText(item: TextItem, fields: Fields, faults: Reading['faults']): string | null {
  const lines = cleanText(trimmedField(fields, item.id))
  const text = item.type === 'short' ? lines.replace(/[\n\t]+/g, ' ') : lines
  if (text === '' && item.required) faults.set(item.id, 'required')
  if (Array.from(text).length > item.maxLength) faults.set(item.id, 'too-long')
  return text === '' ? null : text
}

function readValue({ id, codes, required }: CodedQuestion, fields: Fields, { values, faults }: Reading): void {
  const code = trimmedField(fields, id)
  if (code === '') {
    if (required) faults.set(id, 'required')
  } else if (codes.includes(code)) values[id] = code
  else faults.set(id, 'not-an-option')
}

/** Several choices are answered if at least one is ticked; then every other one is a "no". */
function readChoices(item: SeveralItem, fields: Fields, { values, faults }: Reading): void {
  const { id, options, maxChosen = options.length } = item
  const posted = options.map((option) => ({ option, code: trimmedField(fields, tickId(item, option)) }))
  const ticked = posted.filter(({ code }) => code === YES)
  if (posted.some(({ code }) => code !== '' && code !== YES && code !== NO)) faults.set(id, 'not-an-option')
  else if (ticked.length > 1 && ticked.some(({ option }) => option.exclusive)) faults.set(id, 'not-together')
  else if (ticked.length > maxChosen) faults.set(id, 'too-many')
  else if (ticked.length > 0) for (const { option, code } of posted) values[tickId(item, option)] = code || NO
  else if (item.required) faults.set(id, 'required')
}

const names = new WeakMap<Questionnaire, ReadonlySet<string>>()

/** All fields that a survey page may send. */
function fieldNamesOf(questionnaire: Questionnaire): ReadonlySet<string> {
  const fieldNames =
    names.get(questionnaire) ??
    new Set([
      ...RESERVED_FIELDS,
      ...[...codedItems(questionnaire), ...questionnaire.items.filter(isOpenText)].map(({ id }) => id),
    ])
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

const trimmedField = (fields: Fields, id: string): string => (Object.hasOwn(fields, id) ? (fields[id] ?? '') : '')
