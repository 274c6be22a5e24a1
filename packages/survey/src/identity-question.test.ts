import { expect, test } from 'vitest'
import { asksForIdentity } from './identity-question.ts'
import type { Item } from './questionnaire.ts'

const open = (zh: string, en: string): Item => ({
  id: 'more',
  role: 'open',
  type: 'text',
  maxLength: 100,
  'zh-CN': zh,
  en,
})

test.each([
  ['请填写您的身份证号', 'Anything else?'],
  ['还有什么想说的？', 'What is your passport number?'],
  ['请留下手机号，以便回访', 'Leave your mobile phone number for a call'],
  ['信用卡后四位是多少？', 'The last four digits of your credit card?'],
  ['请勿填写姓名。请填写证件号', 'Leave out names. Give your ID number.'],
])('%s / %s asks for identity', (zh, en) => {
  expect(asksForIdentity(open(zh, en))).toBe(true)
})

test.each([
  [
    '您最希望我们改进什么？（请勿填写姓名、证件号或电话）',
    'What should we improve? (Please leave out names, ID numbers and phone numbers.)',
  ],
  ['哪里做得不好？', 'What identified a problem? The cardinal point, please.'],
])('%s / %s does not', (zh, en) => {
  expect(asksForIdentity(open(zh, en))).toBe(false)
})

test('a question that only offers choices cannot take a number', () => {
  const options = [{ value: 'yes', 'zh-CN': '有', en: 'Yes' }]
  const zh = '您是否被要求提供护照？'
  expect(
    asksForIdentity({ id: 'p', role: 'r', type: 'choice', options, 'zh-CN': zh, en: 'Was your passport asked for?' }),
  ).toBe(false)
})
