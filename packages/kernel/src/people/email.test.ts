import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEmail } from './email.ts'

test('spellings of one mailbox parse to the same address', () => {
  expect(parseEmail(' Wang.Li+trips@Example.COM ')).toBe('wang.li+trips@example.com')
  expect(parseEmail('ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ')).toBe('wang@example.com')
  expect(parseEmail('li@例子.测试')).toBe('li@xn--fsqu00a.xn--0zwm56d')
  expect(parseEmail('li@例子。中国')).toBe('li@xn--fsqu00a.xn--fiqs8s')
  expect(parseEmail("o'brien@mail.example.co.uk")).toBe("o'brien@mail.example.co.uk")
  expect(parseEmail('Ａ＋B@X｡test')).toBe('a+b@x.test')
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
  '①@x.test',
  'ﬁn@x.test',
  '\u212aate@x.test',
  'ſam@x.test',
  'ª@x.test',
  'a﹫x.test',
  'a@ⓧ.test',
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
])('%j is refused: it is not exactly one mailbox', (text) => {
  expect(parseEmail(text)).toBeNull()
})

const wide = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
const local = fc.stringMatching(/^[a-z0-9]{1,8}([.+_-][a-z0-9]{1,6}){0,2}$/)
// Pairs of a domain as people type it and its ASCII form.
const domain = fc.constantFrom(
  ['mail.example', 'mail.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['例子.测试', 'xn--fsqu00a.xn--0zwm56d'],
  ['例子。测试', 'xn--fsqu00a.xn--0zwm56d'],
)

test('case, full-width forms, surrounding spaces and the spelling of the domain do not change the mailbox', () => {
  const letterForms = fc.array(fc.constantFrom('as is', 'upper', 'wide', 'wide upper'), {
    minLength: 64,
    maxLength: 64,
  })
  const padding = fc.constantFrom('', ' ', '\u3000', '\u00a0 ')
  fc.assert(
    fc.property(
      local,
      domain,
      letterForms,
      padding,
      fc.boolean(),
      (name, [unicodeDomain, ascii], forms, space, puny) => {
        const typedAddress = [...`${name}@${puny ? ascii : unicodeDomain}`].map((letter, index) => {
          const form = forms[index] ?? 'as is'
          const cased = form.includes('upper') ? letter.toUpperCase() : letter
          return form.includes('wide') && /[!-~]/.test(cased) ? wide(cased) : cased
        })
        expect(parseEmail(space + typedAddress.join('') + space)).toBe(`${name}@${ascii}`)
      },
    ),
  )
})

// A leading space bypasses the fast path.
const strictly = (text: string) => parseEmail(` ${text}`)

test('the fast path for plain addresses agrees with the strict parser', () => {
  const label = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/)
  const plain = fc
    .tuple(
      fc.stringMatching(/^[!-~]{1,12}$/),
      fc.array(fc.oneof(label, fc.constantFrom('xn--', 'XN--a', '1', '0x7f')), { maxLength: 5 }),
    )
    .map(([name, labels]) => `${name}@${labels.join('.')}`)
  const anything = fc.oneof(
    plain,
    fc.emailAddress(),
    fc.tuple(local, domain).map(([name, [unicodeDomain]]) => `${name}@${unicodeDomain}`),
  )
  let acceptedCount = 0
  fc.assert(
    fc.property(anything, (text) => {
      expect(parseEmail(text)).toBe(strictly(text))
      if (parseEmail(text) !== null) acceptedCount += 1
    }),
    { numRuns: 5_000 },
  )
  expect(acceptedCount).toBeGreaterThan(500)
})

test.each([63, 64, 65])('both parsers agree on a local part of %i characters', (letters) => {
  for (const rest of [180, 189, 190, 191]) {
    const text = `${'a'.repeat(letters)}@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(rest - 122 - 4)}.com`
    expect(parseEmail(text)).toBe(strictly(text))
  }
})

test('other differences, including plus-tags and dots, keep two mailboxes distinct', () => {
  fc.assert(
    fc.property(local, local, domain, (a, b, [unicodeDomain]) => {
      fc.pre(a !== b)
      expect(parseEmail(`${a}@${unicodeDomain}`)).not.toBe(parseEmail(`${b}@${unicodeDomain}`))
      expect(parseEmail(`${a}+trips@${unicodeDomain}`)).not.toBe(parseEmail(`${a}@${unicodeDomain}`))
    }),
  )
})

test('none of 10,000 hostile strings parses to anything but one plain mailbox, and parsing is idempotent', () => {
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
  let parsedCount = 0
  fc.assert(
    fc.property(hostile, (text) => {
      const address = parseEmail(text)
      if (address === null) return
      parsedCount += 1
      expect(address).toMatch(/^[a-z0-9.#$&'*+/=?^_`{|}~-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/)
      expect(address.length).toBeLessThanOrEqual(254)
      expect(parseEmail(address)).toBe(address)
    }),
    { numRuns: 10_000 },
  )
  expect(parsedCount).toBeGreaterThan(500)
})
