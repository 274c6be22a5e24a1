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
  ['请不要忘记填写您的护照号码', 'Anything else?'],
  ['切勿漏填证件号', 'Anything else?'],
  ['请勿填写姓名，请填写证件号', 'Anything else?'],
  ['还有什么想说的？', 'Do not forget to give your passport number'],
  ['还有什么想说的？', 'Please don’t leave out your ID number.'],
  ['还有什么想说的？', 'Do not write your name but your passport number.'],
  ['还有什么想说的？', 'Never mind names, give your ID number.'],
  ['还有什么想说的？', 'Your mobile number?'],
  ['还有什么想说的？', 'Your mobile?'],
  ['还有什么想说的？', 'On which cellphone do we reach you?'],
  ['您的手机？', 'Anything else?'],
])('%s / %s asks for identity', (zh, en) => {
  expect(asksForIdentity(open(zh, en))).toBe(true)
})

test.each([
  [
    '您最希望我们改进什么？（请勿填写姓名、证件号或电话）',
    'What should we improve? (Please leave out names, ID numbers and phone numbers.)',
  ],
  ['请不要填写护照号码', 'Please do not give your passport number or your mobile number.'],
  ['我们的手机应用哪里不好用？', 'What is wrong with our mobile app?'],
  ['哪里做得不好？', 'What identified a problem? The cardinal point, please.'],
])('%s / %s does not ask for identity', (zh, en) => {
  expect(asksForIdentity(open(zh, en))).toBe(false)
})

test('a question that only offers choices cannot ask for an identity number', () => {
  const options = [{ value: 'yes', 'zh-CN': '有', en: 'Yes' }]
  const zh = '您是否被要求提供护照？'
  expect(
    asksForIdentity({ id: 'p', role: 'r', type: 'choice', options, 'zh-CN': zh, en: 'Was your passport asked for?' }),
  ).toBe(false)
})
