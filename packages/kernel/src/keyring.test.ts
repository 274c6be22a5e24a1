import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { equalBytes, keyring } from './keyring.ts'

const keys = keyring(randomBytes(32))

test('what is sealed opens to the same text and hides it', () => {
  const sealed = keys.seal('address', '旅客@example.test', randomBytes(12))
  expect(Buffer.from(sealed).includes('example')).toBe(false)
  expect(keys.open('address', sealed)).toBe('旅客@example.test')
})

test('a changed byte, another key and another purpose are refused', () => {
  const sealed = Buffer.from(keys.seal('address', 'a@example.test', randomBytes(12)))
  expect(() => keyring(randomBytes(32)).open('address', sealed)).toThrow()
  expect(() => keys.open('session', sealed)).toThrow()
  sealed[14]! ^= 1
  expect(() => keys.open('address', sealed)).toThrow()
})

test('a code of one purpose is none of another', () => {
  expect(equalBytes(keys.mac('survey-link', 'x'), keys.mac('unsubscribe-link', 'x'))).toBe(false)
  expect(equalBytes(keys.mac('survey-link', 'x'), keys.mac('survey-link', 'x'))).toBe(true)
})

test('a short master key is refused', () => {
  expect(() => keyring(randomBytes(16))).toThrow(RangeError)
})
