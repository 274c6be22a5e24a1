import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedComment } from './masked-comment.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const written = (pattern: RegExp) => fc.stringMatching(pattern)

/** Personal numbers in their printed form. */
const numbers = fc.oneof(
  written(/^1[3-9]\d{9}$/),
  written(/^0(?:10|2[0-9]|755|571)[2-8]\d{7}$/),
  written(/^[2-8]\d{7}$/),
  written(/^[2-9]\d{9}$/),
  written(/^\+(?:86|1|44|852|81)\d{10}$/),
  written(/^[1-6]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)\d{3}[\dXx]$/),
  digits(15),
  written(/^[3-6]\d{15}$/),
  written(/^62\d{17}$/),
  written(/^[EGDPSH][ABCDE]?\d{8}$/),
)

const inGroups = (sizes: readonly number[]) => (number: string) => {
  const groups: string[] = []
  let at = 0
  for (let n = 0; at < number.length; n += 1) {
    const size = sizes[Math.min(n, sizes.length - 1)] ?? 4
    groups.push(number.slice(at, at + size))
    at += size
  }
  return groups
}
const sizes = fc.oneof(
  fc.constantFrom(
    [99],
    [3, 4, 4],
    [3, 3, 4],
    [4],
    [3],
    [2],
    [1],
    [6, 8, 4],
    [6, 4, 2, 2, 4],
    [5, 6],
    [4, 99],
    [1, 3, 4, 4],
  ),
  fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
)
const separators = fc.constantFrom(
  ...[
    '',
    '-',
    ' ',
    '.',
    '·',
    ' - ',
    '—',
    '–',
    '/',
    '_',
    '  ',
    '\u00a0',
    '\u3000',
    ',',
    '，',
    '、',
    '*',
    '~',
    '📱',
    '☎️',
    '\n',
    '\u2800',
    '|',
    '+',
    '=',
    '•',
  ],
)

const HAN = '零一二三四五六七八九'
const FINANCIAL = '〇壹贰叁肆伍陆柒捌玖'
const RINGS = '⓪①②③④⑤⑥⑦⑧⑨'
const glyphs = fc.constantFrom<(digit: string) => string>(
  (digit) => digit,
  (digit) => String.fromCharCode(0xff10 + Number(digit)),
  (digit) => HAN.charAt(Number(digit)),
  (digit) => FINANCIAL.charAt(Number(digit)),
  (digit) => RINGS.charAt(Number(digit)),
  (digit) => (Number(digit) % 2 ? digit : HAN.charAt(Number(digit))),
  (digit) => `${digit}\u200b`,
  (digit) => `${digit}\u2060`,
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => String.fromCharCode(0x660 + Number(digit)),
)
const before = fc.constantFrom(
  '',
  '电话',
  '我的手机是',
  '请打',
  'call ',
  'my number is ',
  '联系我：',
  '联系人：',
  '姓名 ',
  '客服',
  '——',
  '身份证',
  '（',
  '然后',
  '王丽，',
  'in May, ',
  '花了3天，',
  'A',
  '第',
  '2024年',
  '。',
)
const after = fc.constantFrom(
  '',
  '。',
  '谢谢',
  ' please',
  '，名字是李',
  '）',
  ' now',
  '一直打不通',
  '三次',
  ' ext 12',
  'a',
  '号',
  '.',
  '，2024年去的',
  '的',
  '\n',
)

/** The digits that remain readable, as ASCII without separators. */
const readable = (text: string) =>
  text
    .replace(/⟦\w+⟧/g, '|')
    .normalize('NFKC')
    .replace(/[零一二三四五六七八九]/g, (digit) => String(HAN.indexOf(digit)))
    .replace(/[〇壹贰叁肆伍陆柒捌玖]/g, (digit) => String(FINANCIAL.indexOf(digit)))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[^\p{L}\p{Nd}|]/gu, '')

test('at most three digits of a personal number remain, in any grouping and notation', () => {
  fc.assert(
    fc.property(numbers, sizes, separators, glyphs, before, after, (number, grouping, between, glyph, left, right) => {
      const plain = number.replace(/\D/g, '')
      // Two years or dates joined by a dash remain, even if a personal number looks like that.
      fc.pre(!/^(?:(?:19|20)\d{2,6}){2}$/.test(plain))
      const body = inGroups(grouping)(number.replace(/^\+/, ''))
        .map((group) => group.replace(/\d/g, glyph))
        .join(between)
      const text = `${left}${number.startsWith('+') ? '+' : ''}${body}${right}`
      const rest = readable(maskedComment(text).replaceAll('2024年', ''))
      for (let index = 0; index + 4 <= plain.length; index += 1)
        expect(rest, text).not.toContain(plain.slice(index, index + 4))
    }),
    { numRuns: 8000 },
  )
})

test.each([
  // 陆 and 伍 are digits and surnames.
  ['GE〇—〇〇〇〇—陆〇〇', '⟦number⟧—⟦name⟧'],
  ['联系人：伍二八八〇〇〇〇', '联系人：⟦number⟧'],
  ['客服伍二捌捌〇〇〇〇在的', '客服⟦number⟧在的'],
  ['贰〇〇〇〇〇—伍〇的', '⟦number⟧—⟦name⟧'],
  ['10/10 ——陆一鸣', '10/10 ——⟦name⟧'],
  ['2025-01-01 ——陆一鸣', '⟦number⟧ ——⟦name⟧'],
  ['12:30-14:00 陆续到达', '12:30-14:00 陆续到达'],
  ['二〇二五 陆先生', '二〇二五 ⟦name⟧先生'],
  ['辛苦了——陆一鸣', '辛苦了——⟦name⟧'],
  ['满意——伍三', '满意——⟦name⟧'],
  ['13812345678 陆先生', '⟦number⟧ ⟦name⟧先生'],
  ['1381234-5678', '⟦number⟧'],
  ['110105 19491231 002X', '⟦number⟧'],
  ['13812345678转8012', '⟦number⟧'],
  ['(021) 6288 8888', '⟦number⟧'],
  ['+44 (0)20 7946 0958', '⟦number⟧'],
  ['A123456(7)', '⟦number⟧'],
  ['SE2000.03.07', '⟦number⟧'],
  ['护照DC03/03/1900', '护照⟦number⟧'],
  ['S - A00 - 1900 - 06', 'S - ⟦number⟧'],
  ['20 - 1900 - 09', '⟦number⟧'],
  ['138杠1234杠5678', '⟦number⟧'],
  ['138一二三四5678', '⟦number⟧'],
  ['尾号1234', '尾号⟦number⟧'],
  ['验证码 8829', '验证码 ⟦number⟧'],
  ['京A·12345', '⟦number⟧'],
  ['粤BD12345', '⟦number⟧'],
  ['booking XK7P2Q', 'booking ⟦number⟧'],
  ['2024年5月1日打13812345678', '2024年5月1日打⟦number⟧'],
  ['花了1200元，电话138 1234 5678', '花了1200元，电话⟦number⟧'],
])('%s', (text, left) => {
  expect(maskedComment(text)).toBe(left)
})

test('masking twice gives the same text as masking once, because an interrupted closing masks again', () => {
  fc.assert(
    fc.property(before, numbers, after, (left, number, right) => {
      const once = maskedComment(left + number + right)
      expect(maskedComment(once)).toBe(once)
    }),
  )
})
