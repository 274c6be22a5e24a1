import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseEmail, parseEmail } from './email.ts'

test('one mailbox is read in one spelling', () => {
  expect(parseEmail(' Wang.Li+trips@Example.COM ')).toBe('wang.li+trips@example.com')
  expect(parseEmail('ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ')).toBe('wang@example.com')
  expect(parseEmail('li@例子.测试')).toBe('li@xn--fsqu00a.xn--0zwm56d')
  expect(parseEmail('li@例子。中国')).toBe('li@xn--fsqu00a.xn--fiqs8s')
  expect(parseEmail("o'brien@mail.example.co.uk")).toBe("o'brien@mail.example.co.uk")
  expect(normaliseEmail('Ａ+B@X.test')).toBe('a+b@x.test')
})

test.each([
  '',
  'nobody',
  '@x.test',
  'a@',
  'a@b@x.test',
  'a@x.test\r\nBcc: evil@y.test',
  'a@x.test\nb',
  'a@x.test, b@x.test',
  'a@x.test，b@x.test',
  'a@x.test;b@y.test',
  '"a b"@x.test',
  'A <a@x.test>',
  '<a@x.test>',
  'a(comment)@x.test',
  'group: a@x.test;',
  'a%y.test@x.test',
  'y.test!a@x.test',
  '.a@x.test',
  'a.@x.test',
  'a..b@x.test',
  '用户@例子.测试',
  'a@localhost',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@0x7f.1',
  'a@x.test/evil',
  'a@x.test:25',
  'a@x.test#',
  'a@-x.test',
  'a@x-.test',
  'a@x..test',
  'a@x.test.',
  'a@x.t\u200best',
  'a\u202e@x.test',
  'a\u0000@x.test',
  `${'a'.repeat(65)}@x.test`,
  `a@${'x'.repeat(64)}.test`,
  `a@${'xxxxxxxxx.'.repeat(26)}test`,
])('%j is not exactly one mailbox', (text) => {
  expect(parseEmail(text)).toBeNull()
})

test('of 10,000 hostile strings none gives anything but one plain mailbox, and reading it again gives the same', () => {
  const pieces = [
    '@',
    '.',
    ',',
    ';',
    '"',
    '<',
    '>',
    '(',
    ')',
    ':',
    '\r\n',
    '\n',
    '\\',
    ' ',
    'a',
    'bcc',
    'x.test',
    '＠',
    '，',
    '例',
    '%',
    '\u2028',
  ]
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 12, unit: 'grapheme' }))
      .map(([a, b]) => `${a}@${b}.test`),
    fc.emailAddress(),
  )
  let read = 0
  fc.assert(
    fc.property(hostile, (text) => {
      const address = parseEmail(text)
      if (address === null) return
      read += 1
      expect(address).toMatch(/^[a-z0-9.#$&'*+/=?^_`{|}~-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/)
      expect(address.length).toBeLessThanOrEqual(254)
      expect(parseEmail(address)).toBe(address)
    }),
    { numRuns: 10_000 },
  )
  expect(read).toBeGreaterThan(500)
})
