import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('the text before the opening of a wave names its period, its number of people and its closing day', () => {
  const said = (locale: 'en' | 'zh-CN', asked: number) =>
    messages(locale).reporting.waves.open.confirm(asked, '<half-year>', '<day>')
  expect(said('en', 1)).toMatch(
    /^Once another privacy officer approves: sends 1 invitation for the <half-year>; closes on <day>\. .* cannot be undone\.$/,
  )
  expect(said('en', 1_200)).toMatch(/ sends 1,200 invitations for /)
  expect(said('zh-CN', 1_200)).toMatch(/将发送 1,200 封<half-year>调查邀请，<day>截止。.*无法撤销。$/)
})

test('the text names no number of people while the size of a sample is empty', () => {
  expect(messages('en').reporting.waves.open.preview(39, null)).toBe('39 travelers are eligible; – will be invited.')
  expect(messages('zh-CN').reporting.waves.open.preview(39, null)).toBe('符合调查条件 39 人，将邀请 – 人。')
  expect(messages('en').reporting.waves.open.preview(39, 0)).toMatch(/ 0 will be invited\.$/)
})

test('the text about an open wave names the days of its reminders, within the limit of letters', () => {
  const said = (letters: number) => messages('en').reporting.waves.reminders(5, 10, letters)
  expect(said(3)).toBe('Reminders 5 and 10 days after the invitation.')
  expect(said(2)).toBe('One reminder after 5 days.')
  expect(said(1)).toBe('No reminders.')
})
