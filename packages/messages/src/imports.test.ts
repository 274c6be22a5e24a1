import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('an undo lists removed and restored rows, and omits zero counts', () => {
  const [en, zh] = (['en', 'zh-CN'] as const).map((locale) => messages(locale).reporting.imports)
  expect([en?.undoText(1, 0), en?.undoText(1_200, 1)]).toEqual([
    'This removes 1 record it added. History is kept.',
    'This removes 1,200 records it added and restores 1 record it changed. History is kept.',
  ])
  expect([zh?.undoText(0, 3), zh?.undoText(2, 3)]).toEqual([
    '将还原修改的 3 条。操作会留痕。',
    '将移除新增的 2 条，还原修改的 3 条。操作会留痕。',
  ])
})
