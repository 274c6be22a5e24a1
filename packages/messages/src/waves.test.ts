import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('before a wave opens it is said what it asks about, how many, and when it closes', () => {
  const said = (locale: 'en' | 'zh-CN', asked: number) =>
    messages(locale).reporting.waves.open.confirm(asked, '<half-year>', '<day>')
  expect(said('en', 1)).toMatch(/^One invitation about the <half-year> .* closes on <day>\. .* cannot be undone\.$/)
  expect(said('en', 1_200)).toMatch(/^1,200 invitations about /)
  expect(said('zh-CN', 1_200)).toMatch(/^将就<half-year>写出并寄送 1,200 封邀请，批次于<day>关闭。.*无法撤销。$/)
})
