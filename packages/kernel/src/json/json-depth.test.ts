import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEEPEST_JSON, isNestedDeeper } from './json-depth.ts'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

test('the nesting depth of JSON is checked on its text alone', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, most) => {
      expect(isNestedDeeper(JSON.stringify(value), most)).toBe(depthOf(value) > most)
    }),
    { numRuns: 1_000 },
  )
})

test('brackets inside strings do not count, and an unterminated text counts to its end', () => {
  expect(isNestedDeeper(JSON.stringify(`"\\${'['.repeat(1_000)}`))).toBe(false)
  for (const front of ['[', '{"a":', '[{"a":']) expect(isNestedDeeper(front.repeat(200_000))).toBe(true)
  expect(isNestedDeeper(`${'['.repeat(DEEPEST_JSON)}${']'.repeat(DEEPEST_JSON)}`)).toBe(false)
})
