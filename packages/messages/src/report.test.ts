import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('a note and its action are separated, with or without a period after the note', () => {
  const of = { action: 'A', owner: 'HR', due: 'June', effect: 'more' }
  const said = (locale: 'en' | 'zh-CN', note: string) => messages(locale).report.action({ ...of, note })
  expect([said('en', 'Late'), said('en', 'Late.')]).toEqual(
    Array(2).fill('Late. A (Owner: HR · Due: June · Expected effect: more)'),
  )
  expect([said('zh-CN', '太晚'), said('zh-CN', '太晚。')]).toEqual(
    Array(2).fill('太晚。措施：A（责任部门：HR · 期限：June · 预期效果：more）'),
  )
})
