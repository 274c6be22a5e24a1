import type { Value, Values } from '../query/query.ts'

/** A statement as PostgreSQL takes it. */
export interface NumberedText {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Quoted texts and names, comments, parameters, and names in camel case. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|@(\w+)|\b[a-z]+[A-Z]\w*\b/g

/**
 * Turns `@name` into `$1` with the type of its value, so that PostgreSQL need not guess it, and quotes names in camel
 * case, which PostgreSQL would fold to lower case.
 */
export function numberedText(statement: string, values: Values): NumberedText {
  const numbers = new Map<string, number>()
  const text = statement.replace(TOKEN, (token, name: string | undefined) => {
    if (name === undefined) return /^['"-]/.test(token) ? token : `"${token}"`
    const value = values[name]
    if (value === undefined) throw new Error(`the statement has no value for @${name}`)
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1)
    return `$${numbers.get(name)}${typeOf(value)}`
  })
  return { text, values: [...numbers.keys()].map((name) => sent(values[name] ?? null)) }
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
