import { registers } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test.each(['zh-CN', 'en'] as const)('every allowed value of a field has its word in %s', (locale) => {
  const words = messages(locale).registers.values
  const allowed = Object.values(registers).flatMap(({ fields }) => fields.flatMap(({ values = [] }) => values))
  expect(allowed.length).toBeGreaterThan(50)
  expect([...new Set(allowed)].filter((value) => !words[value])).toEqual([])
})
