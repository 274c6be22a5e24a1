import type { Outcome } from '../outcome.ts'
import { ok } from '../outcome.ts'
import { DEEPEST_JSON } from './json-depth.ts'

/** Why a JSON text cannot be read, with the line (from 1) at which reading stopped. */
export type JsonFault =
  | { readonly code: 'json-broken' | 'json-too-deep'; readonly figures: { readonly line: number } }
  | { readonly code: 'json-key-repeated'; readonly figures: { readonly line: number; readonly key: string } }

/**
 * Reads a JSON text that a person wrote. Unlike `JSON.parse` it always names the line of a fault, refuses an object
 * with the same key twice (the first value would be lost), and accepts a byte order mark.
 */
export function readJson(text: string, maxDepth = DEEPEST_JSON): Outcome<unknown, JsonFault> {
  const json = text.replace(/^\uFEFF/, '')
  const fault = jsonFault(json, maxDepth)
  return fault ? { ok: false, fault } : ok(JSON.parse(json))
}

/** One token of RFC 8259 after blank space: a sign, a string, or another value. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("[ !#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[ !#-[\]-\u{10FFFF}]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null))/uy

type Expected = 'value' | 'item' | 'name' | 'member' | 'colon' | 'item-end' | 'member-end' | 'nothing'

const VALUE = { '{': 'member', '[': 'item', string: 'after', scalar: 'after' } as const

/** The tokens that each place allows, and the place after each; after a value, the place of the value decides. */
const GRAMMAR: Readonly<Record<Expected, Readonly<Record<string, Expected | 'after'>>>> = {
  value: VALUE,
  item: { ...VALUE, ']': 'after' },
  name: { string: 'colon' },
  member: { string: 'colon', '}': 'after' },
  colon: { ':': 'value' },
  'item-end': { ',': 'value', ']': 'after' },
  'member-end': { ',': 'name', '}': 'after' },
  nothing: {},
}

function jsonFault(json: string, maxDepth: number): JsonFault | null {
  /** The keys so far of each open object; null for an open array. */
  const open: (Set<string> | null)[] = []
  let expected: Expected = 'value'
  /** Said only of a text without another fault. */
  let repeated: JsonFault | null = null
  TOKEN.lastIndex = 0
  for (;;) {
    const start = TOKEN.lastIndex
    const figures = () => ({ line: lineAfterBlank(json, start) })
    const [token, sign, string] = TOKEN.exec(json) ?? []
    if (token === undefined && expected === 'nothing' && isBlank(json.slice(start))) return repeated
    const next: Expected | 'after' | undefined = GRAMMAR[expected][sign ?? (string ? 'string' : 'scalar')]
    if (token === undefined || next === undefined) return { code: 'json-broken', figures: figures() }
    if (next === 'colon') {
      const key: string = JSON.parse(string ?? '')
      if (open.at(-1)?.has(key)) repeated ??= { code: 'json-key-repeated', figures: { ...figures(), key } }
      open.at(-1)?.add(key)
    }
    if (next === 'member' || next === 'item') {
      if (open.length === maxDepth) return { code: 'json-too-deep', figures: figures() }
      open.push(next === 'member' ? new Set() : null)
    }
    if (sign === '}' || sign === ']') open.pop()
    expected = next === 'after' ? afterValue(open) : next
  }
}

function afterValue(open: readonly (Set<string> | null)[]): Expected {
  if (open.length === 0) return 'nothing'
  return open.at(-1) ? 'member-end' : 'item-end'
}

const isBlank = (text: string) => /^[ \t\n\r]*$/.test(text)

/** The line of the first sign after the blank space at `start`, or of the last one if the text ends there. */
function lineAfterBlank(json: string, start: number): number {
  const rest = json.slice(start)
  const end = isBlank(rest) ? start : start + rest.search(/[^ \t\n\r]/)
  return json.slice(0, end).split('\n').length
}
