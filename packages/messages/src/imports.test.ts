import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('undoing says what goes and what comes back, and nothing of none', () => {
  const [en, zh] = (['en', 'zh-CN'] as const).map((locale) => messages(locale).reporting.imports)
  expect([en?.undoText(1, 0), en?.undoText(1_200, 1)]).toEqual([
    'This takes away the row it added. The history keeps both.',
    'This takes away the 1,200 rows it added and puts the row it changed back as before. The history keeps both.',
  ])
  expect([zh?.undoText(0, 3), zh?.undoText(2, 3)]).toEqual([
    '将把它变更的 3 行改回原样。变更记录会同时保留两者。',
    '将移除它新增的 2 行，并把它变更的 3 行改回原样。变更记录会同时保留两者。',
  ])
})
