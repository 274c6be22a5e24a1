import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { rowDue, timeLeft } from './row-due.ts'

const text = messages('en').deadlines.left
const finding = { dueOn: '2026-06-09', fixedOn: null }
const due = (today: string, cells: Parameters<typeof rowDue>[1] = finding) =>
  rowDue('security-findings', cells, today, text)

test('a row counts down to its due day, and is overdue only after it', () => {
  expect(due('2026-05-01')).toMatchObject({ isOverdue: false, isSoon: false })
  expect(due('2026-06-08')).toEqual({ text: 'Due tomorrow', isOverdue: false, isSoon: true })
  expect(due('2026-06-09')).toEqual({ text: 'Due today', isOverdue: false, isSoon: true })
  expect(due('2026-06-10')).toEqual({ text: 'Overdue by 1 day', isOverdue: true, isSoon: false })
})

test('a row that is done or has no due day has no countdown', () => {
  expect(due('2026-07-01', { ...finding, fixedOn: '2026-06-20' })).toBeNull()
  expect(due('2026-07-01', { dueOn: null, fixedOn: null })).toBeNull()
  expect(rowDue('partners', finding, '2026-07-01', text)).toBeNull()
})

test('a notice counts down in hours below two days', () => {
  expect(timeLeft(-31_200_000, text)).toMatchObject({ isOverdue: true, isSoon: false })
  expect(timeLeft(-31_200_000, text).text).toContain('8 h')
  expect(timeLeft(5 * 86_400_000, text)).toEqual({ text: 'in 5 days', isOverdue: false, isSoon: true })
})
