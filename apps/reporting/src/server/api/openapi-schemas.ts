import type { Locale } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { STATUS } from './api-limits.ts'

const text = { type: 'string' } as const
const placeSchema = { type: 'integer', minimum: 1 } as const

export const describedSchema = (properties: object, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, { ...schema, description: words[name] }]),
  )

/** Schema of the response to accepted rows; `counts` defaults to all counts of travelers. */
export function answerSchema(locale: Locale, counts?: readonly string[]) {
  const words = messages(locale).api.answered
  const required = counts ?? Object.keys(words)
  const counted = Object.fromEntries(required.map((name) => [name, { type: 'integer', minimum: 0 }]))
  return { type: 'object', required, properties: describedSchema(counted, words) }
}

export function listSchema(row: object, words: Messages['api']['description']) {
  const source = {
    fileName: text,
    digest: text,
    rowNumber: placeSchema,
    at: { type: 'string', format: 'date-time' },
    by: text,
    byKey: { type: 'boolean' },
  }
  const rowSchema = {
    key: { ...text, description: words.rowKey },
    row,
    source: { type: ['object', 'null'], description: words.source, properties: source },
  }
  const item = { type: 'object', required: Object.keys(rowSchema), properties: rowSchema }
  const properties = { rows: { type: 'array', items: item }, next: { type: ['string', 'null'] } }
  return { type: 'object', required: Object.keys(properties), properties }
}

/** RFC 9457, with the faults of single rows. */
export function problemSchema(locale: Locale) {
  const { message, faultRows, row } = messages(locale).api.description
  const fault = {
    row: { ...placeSchema, description: row },
    field: { type: ['string', 'null'] },
    code: text,
    message: text,
  }
  const properties = {
    type: { type: 'string', format: 'uri' },
    title: { ...text, description: message },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(STATUS) },
    rows: {
      type: 'array',
      description: faultRows,
      items: { type: 'object', required: Object.keys(fault), properties: fault },
    },
  }
  return { type: 'object', required: ['type', 'title', 'status', 'code'], properties }
}
