import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { z } from 'zod'
import { MAX_BODY, STATUS } from './api-limits.ts'
import { MAX_TRAVELERS, travelersSchema } from './travelers-schema.ts'

const json = (schema: object) => ({ 'application/json': { schema } })
const withDescriptions = (properties: object, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, { ...schema, description: words[name] }]),
  )

/** What is sent, by the schema that checks it. */
function travelers(locale: Locale) {
  const { $schema: _, items, ...list } = z.toJSONSchema(travelersSchema)
  const { properties = {}, ...item } = items as z.core.JSONSchema.ObjectSchema
  const words = messages(locale).registers.columns.travelers
  return { ...list, items: { ...item, properties: withDescriptions(properties, words) } }
}

function answer(locale: Locale) {
  const words = messages(locale).api.answered
  const counts = Object.keys(words)
  const counted = Object.fromEntries(counts.map((name) => [name, { type: 'integer', minimum: 0 }]))
  return { type: 'object', required: counts, properties: withDescriptions(counted, words) }
}

function refusal(locale: Locale) {
  const { message, faultRows, row } = messages(locale).api.description
  const fault = {
    row: { type: 'integer', minimum: 1, description: row },
    field: { type: ['string', 'null'] },
    code: { type: 'string' },
    message: { type: 'string' },
  }
  const rows = { type: 'object', required: Object.keys(fault), properties: fault }
  const error = {
    code: { type: 'string', enum: Object.keys(STATUS) },
    message: { type: 'string', description: message },
    rows: { type: 'array', description: faultRows, items: rows },
  }
  return {
    type: 'object',
    required: ['error'],
    properties: { error: { type: 'object', required: ['code', 'message'], properties: error } },
  }
}

/** Each status with the codes that have it and what they mean. */
function refusals(locale: Locale) {
  const { faults } = messages(locale).api
  const byStatus = Object.groupBy(Object.keys(STATUS) as (keyof typeof STATUS)[], (code) => STATUS[code])
  return Object.entries(byStatus).map(([status, codes = []]) => {
    const description = codes.map((code) => `${code}: ${faults[code]}`).join('\n')
    return [status, { description, content: json({ $ref: '#/components/schemas/Error' }) }]
  })
}

/** The description of the interface, OpenAPI 3.1. */
export function openApi(url: string, locale: Locale) {
  const words = messages(locale).api.description
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  })
  const post = {
    operationId: 'putTravelers',
    summary: words.travelers,
    description: words.limits(MAX_TRAVELERS, MAX_BODY / 1024 / 1024),
    security: [{ key: [] }],
    parameters: [header('Idempotency-Key', words.askedAs), header('Accept-Language', words.language)],
    requestBody: { required: true, content: json({ $ref: '#/components/schemas/Travelers' }) },
    responses: {
      200: { description: words.taken, content: json({ $ref: '#/components/schemas/Answer' }) },
      ...Object.fromEntries(refusals(locale)),
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: words.title, version: '1' },
    servers: [{ url }],
    paths: { '/api/travelers': { post } },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: words.key } },
      schemas: { Travelers: travelers(locale), Answer: answer(locale), Error: refusal(locale) },
    },
  }
}
