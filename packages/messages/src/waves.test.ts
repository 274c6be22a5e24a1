import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('before a wave opens it is said what it asks about, how many, and when it closes', () => {
  const said = (locale: 'en' | 'zh-CN', asked: number) =>
    messages(locale).reporting.waves.open.confirm(asked, '<half-year>', '<day>')
  expect(said('en', 1)).toMatch(/^One invitation about the <half-year> .* closes on <day>\. .* cannot be undone\.$/)
  expect(said('en', 1_200)).toMatch(/^1,200 invitations about /)
  expect(said('zh-CN', 1_200)).toMatch(/^将就<half-year>写出并寄送 1,200 封邀请，批次于<day>关闭。.*无法撤销。$/)
})

test('while the size of a sample is not typed, nobody is said to be invited or not', () => {
  expect(messages('en').reporting.waves.open.preview(39, null)).toBe('39 travelers are eligible; – will be invited.')
  expect(messages('zh-CN').reporting.waves.open.preview(39, null)).toBe('符合调查条件 39 人，将邀请 – 人。')
  expect(messages('en').reporting.waves.open.preview(39, 0)).toMatch(/ 0 will be invited\.$/)
})

test('the text about an open wave says when its reminders come, within the limit of letters', () => {
  const said = (letters: number) => messages('en').reporting.waves.reminders(5, 10, letters)
  expect(said(3)).toBe('First reminder 5 days after each person’s invitation, last after 10.')
  expect(said(2)).toBe('First reminder 5 days after each person’s invitation, and no other.')
  expect(said(1)).toBe('No reminders: one letter to a person at most.')
})
