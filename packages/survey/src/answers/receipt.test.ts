import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { newReceipt, readReceipt, receiptHash } from './receipt.ts'

test('a receipt code has seven groups of four characters and can be read back', () => {
  const seen = new Set<string>()
  for (let n = 0; n < 5_000; n += 1) {
    const code = newReceipt(systemTokens)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readReceipt(code)).toBe(code)
    seen.add(code)
  }
  expect(seen.size).toBe(5_000)
})

test('a receipt code typed in lower case, with spaces and look-alike letters, is recognized', () => {
  const code = '7K2M-0110-ABCD-EFGH-JKMN-PQRS-TVWX'
  expect(readReceipt(' 7k2m olio abcd efgh jkmn pqrs tvwx')).toBe(code)
})

test('a text that is no receipt code is rejected', () => {
  for (const text of ['', '7K2M', 'U'.repeat(28), '7K2M-0110-ABCD-EFGH-JKMN-PQRS-TVWX-1', '0'.repeat(1e6)]) {
    expect(readReceipt(text)).toBeNull()
  }
})

test('the receipt hash depends on the key', () => {
  const code = newReceipt(systemTokens)
  const [mine, other] = [1, 2].map((byte) => receiptHash(keyring(new Uint8Array(32).fill(byte)), code))
  expect(mine).toHaveLength(16)
  expect(mine).not.toEqual(other)
})
