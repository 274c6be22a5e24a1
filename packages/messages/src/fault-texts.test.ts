import { expect, it } from 'vitest'
import { ruleFaults as en } from './en/closing/rules.ts'
import { faultTexts } from './fault-texts.ts'
import { messages } from './messages.ts'
import { ruleFaults as zh } from './zh-CN/closing/rules.ts'

it('refuses two sentences for one code', () => {
  expect(() => faultTexts({ gone: 'It is gone.' }, { gone: 'Somebody took it.' })).toThrow('gone')
  expect(faultTexts({ gone: 'It is gone.' }, { late: 'Too late.' })).toEqual({ gone: 'It is gone.', late: 'Too late.' })
})

it('has separate sentences for a rule change and a case, in both languages', () => {
  for (const [locale, rules] of [
    ['en', en],
    ['zh-CN', zh],
  ] as const) {
    const { codes } = messages(locale).reporting.faults
    expect(codes).toMatchObject(rules)
    expect(codes['decided-meanwhile']).not.toBe(codes['changed-meanwhile'])
    expect(codes['changed-meanwhile']).toBeTruthy()
  }
})
