import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const faultOf = (text: string, maxDepth?: number) => {
  const read = readJson(text, maxDepth)
  return read.ok ? null : read.fault
}

test('a text that JSON.parse accepts is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (json) => {
      expect(readJson(json)).toEqual({ ok: true, value: JSON.parse(json) })
      expect(readJson(`\uFEFF${JSON.stringify(JSON.parse(json), null, 2)}\r\n`)).toEqual({
        ok: true,
        value: JSON.parse(json),
      })
    }),
  )
})

test('a damaged text is refused if and only if JSON.parse refuses it', () => {
  const sign = fc.constantFrom(...'{}[],:"\\\n\t 01-.eE+tfn/ux\u0001\u0080\u2028\ud83d', 'null', 'true', '"a"')
  const texts = fc.oneof(
    fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(3), sign).map(([json, at, cut, put]) => {
      const place = at % (json.length + 1)
      return json.slice(0, place) + put + json.slice(place + cut)
    }),
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const fault = faultOf(text)
      expect(fault?.code === 'json-broken', text).toBe(!isAccepted(text))
    }),
    { numRuns: 5000 },
  )
})

function isAccepted(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['', 1],
  ['\n\n', 1],
  ['{"a":\n\n x,\n"b": 1}', 3],
  ['{"a": [1,\n],\n\n"b": 1}', 2],
  ['{"a": 1\n"b": 2,\n"c": 3}', 2],
  ['{"a": "one,\n"b": 2}\n', 1],
  ['{\r\n"a": 1,\r\n"b": 2\r\n', 3],
  ['{"a": 1}\n\n}', 3],
  ['{"a": tru,\n"b": 1}', 1],
])('the fault of a broken text names its line: %j', (text, line) => {
  expect(faultOf(text)).toEqual({ code: 'json-broken', figures: { line } })
})

test('the second of two equal keys is named, however it is written', () => {
  expect(faultOf('{\n"a": 1,\n"b": {"a": 2},\n"\\u0061": 3\n}')).toEqual({
    code: 'json-key-repeated',
    figures: { line: 4, key: 'a' },
  })
  expect(faultOf('[{"a": 1}, {"a": 2}, {"": 1, "__proto__": 2, "toString": 3}]')).toBeNull()
  expect(faultOf('{"a": 1,\n"a": 2,\n"b"}')).toEqual({ code: 'json-broken', figures: { line: 3 } })
  expect(faultOf('{"__proto__": 1, "__proto__": 2}')).toMatchObject({ figures: { key: '__proto__' } })
})

test('deeper nesting is refused with its line', () => {
  expect(faultOf('[\n[\n[]]]', 2)).toEqual({ code: 'json-too-deep', figures: { line: 3 } })
  expect(faultOf('[\n[\n1]]', 2)).toBeNull()
  expect(faultOf('['.repeat(1_000_000))).toEqual({ code: 'json-too-deep', figures: { line: 1 } })
})

test('a text of a million characters is read', () => {
  expect(readJson(JSON.stringify({ long: `${'旅\\"'.repeat(200_000)}` })).ok).toBe(true)
})
