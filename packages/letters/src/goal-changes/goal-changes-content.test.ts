import type { Locale } from '@wayproof/kernel/people/locale'
import { expect, it, test } from 'vitest'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import type { GoalChangeItem } from './goal-change-item.ts'
import { goalChangesContent } from './goal-changes-content.ts'

const [sample] = sampleLetters('en').flatMap((letter) => (letter.kind === 'goals-changed' ? [letter] : []))
const samples = sample?.data.items ?? []

const contentOf = (locale: Locale, items: readonly GoalChangeItem[]) =>
  goalChangesContent({ kind: 'goals-changed', locale, data: { reader: 'privacy-officer', items } }, organisation)

const linesOf = (locale: Locale) =>
  contentOf(locale, samples).blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))

test('each change is one sentence in English', () => {
  expect(linesOf('en')).toEqual([
    'Customer satisfaction, first half of 2026: changed from unknown to missed on 3 August 2026 (below target).',
    'Policy publication, second half of 2026: changed from met to unknown on 2 August 2026 (no recent platform check).',
    'Staff training, quarter 3 of 2026: far behind the usual pace since 2 August 2026.',
    'Incident reduction, 2026: on pace again since 3 August 2026.',
    'Partner audit, 2026: records have been out of date since 3 August 2026; the last entry is from 25 January 2026.',
  ])
})

test('each change is one sentence in Chinese', () => {
  expect(linesOf('zh-CN')).toEqual([
    '客户满意度（2026年上半年）：2026年8月3日由“无法判定”变为“未达标”（低于目标）。',
    '隐私政策公开率（2026年下半年）：2026年8月2日由“达标”变为“无法判定”（核验均已过期）。',
    '员工培训覆盖率（2026年第三季度）：自2026年8月2日起，进度严重落后。',
    '客户信息泄露事件（2026年）：自2026年8月3日起，进度恢复正常。',
    '合作伙伴年度审核（2026年）：记录自2026年8月3日起过期，最近一次登记是2026年1月25日。',
  ])
})

it('names the first bad news in its subject', () => {
  const [, unknown, farBehind, onPace, stale] = samples
  const subjectOf = (...items: readonly (GoalChangeItem | undefined)[]) =>
    contentOf(
      'en',
      items.filter((item) => item !== undefined),
    ).subject
  expect(subjectOf(unknown)).toBe('Privacy goal: Policy publication is now unknown')
  expect(subjectOf(onPace)).toBe('Privacy goal: Incident reduction is back on pace')
  expect(subjectOf(unknown, onPace, stale)).toBe(
    '3 changes in privacy goals: records for Partner audit are out of date',
  )
  expect(subjectOf(onPace, farBehind)).toBe('2 changes in privacy goals: Staff training is far behind the usual pace')
})

it('says that a pace is not a result only if it has one', () => {
  const notes = (items: readonly GoalChangeItem[]) =>
    contentOf('en', items).blocks.filter(({ kind }) => kind === 'caption').length
  expect([notes(samples), notes(samples.slice(0, 1))]).toEqual([1, 0])
})
