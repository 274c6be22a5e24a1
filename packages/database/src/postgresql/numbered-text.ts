import type { Value, Values } from '../query/query.ts'

/** A statement in the form that PostgreSQL expects. */
export interface NumberedText {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Quoted texts and names, comments, parameters, and names in camel case. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|@(\w+)|\b[a-z]+[A-Z]\w*\b/g

/** The pieces of a statement between its parameters, and the name of each parameter. */
interface Parts {
  readonly pieces: readonly string[]
  readonly names: readonly string[]
  /** Texts by the types of their values. */
  readonly texts: Map<string, string>
}

const MOST_KNOWN = 1_000
const partsCache = new Map<string, Parts>()

/**
 * Replaces `@name` by `$1` with the type of its value, so that PostgreSQL need not infer it, and quotes names in camel
 * case, which PostgreSQL would fold to lower case.
 */
export function numberedText(statement: string, values: Values): NumberedText {
  const { pieces, names, texts } = partsOf(statement)
  const distinct = [...new Set(names)]
  const types = new Map(distinct.map((name) => [name, typeOf(parameterValue(values, name))]))
  const signature = [...types.values()].join()
  const text =
    texts.get(signature) ??
    pieces.reduce((before, piece, at) => {
      const name = names[at - 1] ?? ''
      return `${before}$${distinct.indexOf(name) + 1}${types.get(name)}${piece}`
    })
  texts.set(signature, text)
  return { text, values: distinct.map((name) => sent(parameterValue(values, name))) }
}

function partsOf(statement: string): Parts {
  const parts = partsCache.get(statement) ?? parse(statement)
  if (partsCache.size < MOST_KNOWN) partsCache.set(statement, parts)
  return parts
}

function parse(statement: string): Parts {
  const names: string[] = []
  const marked = statement.replace(TOKEN, (token, name: string | undefined) => {
    if (name === undefined) return /^['"-]/.test(token) ? token : `"${token}"`
    names.push(name)
    return MARK
  })
  return { pieces: marked.split(MARK), names, texts: new Map() }
}

/** Placeholder of a parameter; no statement contains it. */
const MARK = '\0'

function parameterValue(values: Values, name: string): Value {
  const value = values[name]
  if (value === undefined) throw new Error(`the statement has no value for @${name}`)
  return value
}

function typeOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return '::text'
  if (typeof value === 'boolean') return '::boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? '::bigint' : '::double precision'
  if (value instanceof Date) return '::timestamp(3)'
  if (value instanceof Uint8Array) return '::bytea'
  if (value[0] instanceof Uint8Array) return '::bytea[]'
  return typeof value[0] === 'number' ? '::bigint[]' : '::text[]'
}

function sent(value: Value): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value[0] instanceof Uint8Array) return value.map((bytes) => Buffer.from(bytes))
  return value instanceof Uint8Array ? Buffer.from(value) : value
}
