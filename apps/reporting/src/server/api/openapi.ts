import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { isRegisterId, registers } from '@wayproof/evidence/register'
import { API_SCOPES } from '@wayproof/evidence/registers/api-scopes'
import { IMPORTED_REGISTERS, type ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import type { Locale } from '@wayproof/kernel/people/locale'
import { VERSION } from '@wayproof/kernel/version'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import { fieldsOf } from '../import/profiles.ts'
import { MAX_BODY, STATUS } from './api-limits.ts'
import { MAX_ROWS, rowSchema } from './row-schema.ts'
import type { GoalJson, ScorecardJson } from './scorecard-json.ts'

const json = (schema: object, type = 'application/json') => ({ [type]: { schema } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Schema of a row, derived from the one that checks it. */
function row(register: ImportedRegister, locale: Locale) {
  const { $schema: _, properties = {}, ...schema } = z.toJSONSchema(rowSchema(fieldsOf(register)))
  return { ...schema, properties: describedSchema(properties, messages(locale).registers.columns[register]) }
}

const parameter = (location: 'header' | 'query', name: string, description: string, schema: object) => ({
  name,
  in: location,
  required: false,
  description,
  schema,
})

/** Each status with its fault codes and their meaning. */
function refusals(locale: Locale) {
  const { faults } = messages(locale).api
  const byStatus = Object.groupBy(Object.keys(STATUS) as (keyof typeof STATUS)[], (code) => STATUS[code])
  return Object.entries(byStatus).map(([status, codes = []]) => {
    const description = codes.map((code) => `${code}: ${faults[code]}`).join('\n')
    return [status, { description, content: json(ref('Problem'), 'application/problem+json') }]
  })
}

const responses = (locale: Locale, description: string, schema: string) => ({
  200: { description, content: json(ref(schema)) },
  ...Object.fromEntries(refusals(locale)),
})

const languageOf = (locale: Locale) =>
  parameter('header', 'Accept-Language', messages(locale).api.description.language, { type: 'string' })

/** The scope that a key needs, in words and for programs: a scheme other than OAuth has no list of scopes to name. */
const allowed = (scope: ApiScope, sentences: readonly string[], locale: Locale) => ({
  description: [...sentences, messages(locale).api.description.scope(scope)].join('\n\n'),
  security: [{ key: [] }],
  'x-required-scope': scope,
})

const registerName = (register: ImportedRegister, locale: Locale) =>
  messages(locale).reporting.registers.names[register] ?? register

function scorecardPath(locale: Locale) {
  const text = messages(locale).api.description
  const period = { type: 'string', pattern: '^\\d{4}-H[12]$', examples: ['2026-H1'] }
  const get = {
    operationId: 'read-scorecard',
    summary: text.scorecard,
    ...allowed('scorecard:read', [text.scorecardFound], locale),
    tags: [text.scorecardTag],
    parameters: [{ ...parameter('query', 'period', text.period, period), required: true }, languageOf(locale)],
    responses: responses(locale, text.scorecardFound, 'Scorecard'),
  }
  return { get }
}

function pathOf(register: ImportedRegister, locale: Locale) {
  const text = messages(locale).api.description
  const name = registerName(register, locale)
  const language = languageOf(locale)
  const rows = { type: 'array', items: ref(register), minItems: 1, maxItems: MAX_ROWS }
  const post = {
    operationId: `put-${register}`,
    summary: text.put(name),
    ...allowed(`${register}:write`, [text.limits(MAX_ROWS, MAX_BODY / 1024 / 1024)], locale),
    tags: [name],
    parameters: [parameter('header', 'Idempotency-Key', text.askedAs, { type: 'string', maxLength: 200 }), language],
    requestBody: { required: true, content: json(rows) },
    responses: responses(locale, text.taken, register === 'travelers' ? 'TravelersTaken' : 'Taken'),
  }
  if (!isRegisterId(register)) return { post }
  const get = {
    operationId: `list-${register}`,
    summary: text.list(name),
    ...allowed(`${register}:read`, [text.listed], locale),
    tags: [name],
    parameters: [
      parameter('query', 'limit', text.limit, { type: 'integer', minimum: 1, maximum: 1_000, default: 100 }),
      parameter('query', 'after', text.after, { type: 'string' }),
      language,
    ],
    responses: responses(locale, text.listed, `${register}-list`),
  }
  return { post, get }
}

/** The OpenAPI 3.1 description of the API, derived from the fields of the registers. */
export function openApi(url: string, locale: Locale) {
  const text = messages(locale).api.description
  const lists = Object.keys(registers).map((register) => [`${register}-list`, listSchema(ref(register), text)])
  return {
    openapi: '3.1.0',
    info: {
      title: text.title,
      version: VERSION,
      description: text.about,
      contact: { name: text.contact, url },
    },
    servers: [{ url }],
    tags: [text.scorecardTag, ...IMPORTED_REGISTERS.map((register) => registerName(register, locale))].map((name) => ({
      name,
    })),
    paths: {
      '/api/v1/scorecard': scorecardPath(locale),
      ...Object.fromEntries(
        IMPORTED_REGISTERS.map((register) => [`/api/v1/registers/${register}/rows`, pathOf(register, locale)]),
      ),
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: text.key(API_SCOPES.join(', ')) } },
      schemas: {
        ...Object.fromEntries(IMPORTED_REGISTERS.map((register) => [register, row(register, locale)])),
        ...Object.fromEntries(lists),
        Scorecard: scorecardSchema(locale),
        Taken: answerSchema(locale, ['rows', 'added', 'changed', 'unchanged']),
        TravelersTaken: answerSchema(locale),
        Problem: problemSchema(locale),
      },
    },
  }
}

const text = { type: 'string' } as const
const number = { type: 'number' } as const
const integer = { type: 'integer' } as const
const textOrNull = { type: ['string', 'null'] } as const
const figureOrNull = { type: ['number', 'null'] } as const

const closed = (properties: object, type: unknown = 'object') => ({
  type,
  required: Object.keys(properties),
  properties,
})

const GOAL = {
  goal: { ...text, enum: GOALS },
  period: text,
  verdict: { ...text, enum: ['met', 'missed', 'unknown'] },
  strength: { ...text, enum: ['demonstrated', 'could-be-chance', 'not-demonstrated', 'unknown'] },
  status: { ...text, enum: ['green', 'amber', 'red', 'too-early', 'no-data', 'suppressed'] },
  value: figureOrNull,
  target: number,
  interval: closed({ lower: number, upper: number, level: number }, ['object', 'null']),
  owner: text,
  shown: closed({ name: text, value: textOrNull, target: text, result: text, quality: textOrNull }),
} satisfies Record<keyof GoalJson, object>

const SEAL = {
  ...{ number: integer, version: integer, code: text, sealedOn: { ...text, format: 'date' }, people: integer },
  reason: { type: ['string', 'null'] },
}

/** Schema of the response with a scorecard. */
function scorecardSchema(locale: Locale) {
  const goals = { type: 'array', items: closed(describedSchema(GOAL, messages(locale).api.description.goal)) }
  const properties = {
    period: text,
    asOf: { ...text, format: 'date' },
    ruleVersion: text,
    seal: closed(SEAL, ['object', 'null']),
    goals: { ...goals, minItems: GOALS.length, maxItems: GOALS.length },
  } satisfies Record<keyof ScorecardJson, object>
  return closed(properties)
}

const placeSchema = { type: 'integer', minimum: 1 } as const

const describedSchema = (properties: object, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, { ...schema, description: words[name] }]),
  )

/** Schema of the response to accepted rows; `counts` defaults to all counts of travelers. */
function answerSchema(locale: Locale, counts?: readonly string[]) {
  const words = messages(locale).api.answered
  const required = counts ?? Object.keys(words)
  const counted = Object.fromEntries(required.map((name) => [name, { type: 'integer', minimum: 0 }]))
  return { type: 'object', required, properties: describedSchema(counted, words) }
}

function listSchema(row: object, words: Messages['api']['description']) {
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
function problemSchema(locale: Locale) {
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
