import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedComment, maskedParts } from './masked-comment.ts'

test.each([
  // Numbers.
  ['电话13812345678请联系', '电话⟦number⟧请联系'],
  ['打138-1234-5678或138 1234 5678', '打⟦number⟧或⟦number⟧'],
  ['手机１３８１２３４５６７８', '手机⟦number⟧'],
  ['身份证11010519491231002X泄露了', '身份证⟦number⟧泄露了'],
  ['护照E12345678', '护照⟦number⟧'],
  ['Call +44 (0)20 7946 0958 now', 'Call ⟦number⟧ now'],
  ['一三八一二三四五六七八', '⟦number⟧'],
  ['one three eight one two three four', '⟦number⟧'],
  ['1\u200b3\u200b8\u200b1\u200b2\u200b3', '⟦number⟧'],
  ['①③⑧①②③④⑤', '⟦number⟧'],
  ['١٣٨١٢٣٤٥', '⟦number⟧'],
  ['1\u03383\u03388\u03381\u03382\u0338', '⟦number⟧'],
  ['booking XK7P2Q was shown', 'booking ⟦number⟧ was shown'],
  ['flight CA1234', 'flight ⟦number⟧'],
  ['卡号 6222-0212-3456-7890 被看到', '卡号 ⟦number⟧ 被看到'],
  // Web and email addresses.
  ['write to li.wei+x@mail.example.com please', 'write to ⟦email⟧ please'],
  ['邮箱li＠example．com谢谢', '邮箱⟦email⟧谢谢'],
  ['li (at) example.com', '⟦email⟧'],
  ['see https://x.example/a?b=1。然后', 'see ⟦link⟧。然后'],
  ['在www.example.com看到', '在⟦link⟧看到'],
  ['example.com/me shows it', '⟦link⟧ shows it'],
  ['我的微信号是li_wei88，加我', '我的微信号是⟦account⟧，加我'],
  ['QQ：abcdef', 'QQ：⟦account⟧'],
  ['vx:abc123', 'vx:⟦account⟧'],
  ['vx：liwei_88', 'vx：⟦account⟧'],
  ['加V信 liwei88', '加V信 ⟦account⟧'],
  ['加我vx liwei', '加我vx ⟦account⟧'],
  ['微信号liwei1990', '微信号⟦account⟧'],
  ['telegram: liwei', 'telegram: ⟦account⟧'],
  ['my wechat is liwei', 'my wechat is ⟦account⟧'],
  ['li dot wei at example dot com', '⟦email⟧'],
  // Names.
  ['王丽女士态度很好', '⟦name⟧女士态度很好'],
  ['客服张经理', '客服⟦name⟧经理'],
  ['欧阳娜娜小姐', '⟦name⟧小姐'],
  ['我叫李小明，住得远', '我叫⟦name⟧，住得远'],
  ['导游王强', '导游⟦name⟧'],
  ['导游王强很好', '导游⟦name⟧很好'],
  ['大堂经理李娜态度差', '大堂经理⟦name⟧态度差'],
  ['领队欧阳明月负责', '领队⟦name⟧负责'],
  ['客服小李', '客服⟦name⟧'],
  ['王强导游很好', '⟦name⟧导游很好'],
  ['于老师很好', '⟦name⟧老师很好'],
  ['guide Tom Lee was great', 'guide ⟦name⟧ was great'],
  ['our driver named Mike', 'our driver named ⟦name⟧'],
  ['Mr Smith and Dr. Jane Doe', 'Mr ⟦name⟧ and Dr. ⟦name⟧'],
  ['My name is Wei Li.', 'My name is ⟦name⟧.'],
  ["I'm John Smith", "I'm ⟦name⟧"],
  ['our guide Mr.Wang and Ms.Chen', 'our guide Mr.⟦name⟧ and Ms.⟦name⟧'],
  ['her name is Emma', 'her name is ⟦name⟧'],
  ["the guide's name was Emma Stone", "the guide's name was ⟦name⟧"],
  ['Guide: Emma', 'Guide: ⟦name⟧'],
  ['Signed: José Álvarez', 'Signed: ⟦name⟧'],
  ['— 王芳', '— ⟦name⟧'],
  ['乘客姓名 LI/XIAOMING', '乘客姓名 ⟦name⟧'],
  ['my ticket says ZHANG/WEI MS', 'my ticket says ⟦name⟧ MS'],
  // Street addresses.
  ['寄到长安街12号3单元501室', '⟦address⟧'],
  ['I live at 221 Baker Street', 'I live at ⟦address⟧'],
  ['221B Baker Street', '⟦address⟧'],
  ['幸福新村12号', '⟦address⟧'],
  ['朝阳街道5号院3号楼2单元501室', '⟦address⟧'],
  ['长乐巷12号', '⟦address⟧'],
  ['A座1203室', '⟦address⟧'],
  ['3座12B室', '⟦address⟧'],
  ['建设路12-3-501', '⟦address⟧'],
  ['1234 Oak Circle', '⟦address⟧'],
  ['55 Pine Trail, Apt 4B', '⟦address⟧'],
  ['900 Sunset Parkway', '⟦address⟧'],
  ['12 rue de Rivoli', '⟦address⟧'],
  ['PO Box 1234', '⟦address⟧'],
])('%s', (text, masked) => {
  expect(maskedComment(text)).toBe(masked)
})

test.each([
  '注销账户的步骤太多',
  '隐私政策太长，看不懂，2025年改版后更长',
  '经常接到营销短信，一天三四次',
  'Shorter privacy policy, please. 3 pages, not 30!',
  'I am happy with the app; version 4.2 is better than 4.1',
  '希望少收一些证件信息（1）姓名（2）电话',
  'Room 1203 had no lock; 24/7 support would help',
  '👨‍👩‍👧 一家人出行',
])('%s remains unchanged', (text) => {
  expect(maskedComment(text)).toBe(text)
})

const secret = fc.oneof(
  fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
  fc.stringMatching(/^[1-9]\d{16}[\dX]$/),
  fc
    .integer({ min: 13_000_000_000, max: 19_999_999_999 })
    .map((n) => String(n).replace(/(...)(....)(....)/, '$1-$2-$3')),
  fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.com$/),
)
const words = fc.string({
  unit: fc.constantFrom('我', '的', '是', '，', ' ', 'a', 'Z', '.', '(', '@', '7', '路', '\n'),
  maxLength: 30,
})

test('numbers and addresses are masked in any surrounding text', () => {
  fc.assert(
    fc.property(words, secret, words, (before, inside, after) => {
      expect(maskedComment(before + inside + after)).not.toContain(inside)
    }),
    { numRuns: 500 },
  )
})

test('the result is well-formed Unicode for any text, and its parts concatenate to the whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = maskedComment(text.toWellFormed())
      expect(once.isWellFormed()).toBe(true)
      expect(
        maskedParts(once)
          .map((part) => ('mask' in part ? `⟦${part.mask}⟧` : part.text))
          .join(''),
      ).toBe(once)
    }),
  )
})

test('the longest comment that repeats one character is processed completely', () => {
  for (const unit of [
    ...['京A', '一 ', '导游王', '⟦number⟧', '2024-', ',2024年', '1号', '（1', 'Guide ', '1 Aa '],
    ...['1', '1 ', 'a', 'a.', 'A1', 'a@', '一', '王', '路', '-', 'Aa ', 'www.', '1 A', 'one ', '号1'],
  ])
    expect(maskedComment(unit.repeat(1_000)).length).toBeLessThanOrEqual(10_000)
})
