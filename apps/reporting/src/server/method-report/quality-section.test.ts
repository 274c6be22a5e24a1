import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { type BlockCounts, shownBlock } from '@wayproof/survey/disclosure/straight-lining'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { expect, test } from 'vitest'
import type { MethodReportSource } from './method-report.ts'
import { qualitySection } from './wave-method-report.ts'

const BLOCK = 'scale:sat5'

function sectionOf(counts: readonly BlockCounts[], changed: object = {}, locale: (typeof LOCALES)[number] = 'en') {
  const source = {
    ...{ locale, words: messages(locale), straightLining: counts.map((each) => shownBlock(each, 5)) },
    funnel: { wave: { status: 'unlinked' } },
    plan: { questionnaire: DEFAULT_QUESTIONNAIRE },
    ...changed,
  }
  return qualitySection(source as unknown as MethodReportSource)
}
const rowOf = (rated: number, same: number, locale?: 'en' | 'zh-CN') =>
  sectionOf([{ block: BLOCK, rated, same }], {}, locale).tables[0]?.rows[0]

test('the counts are lower bounds, and few, most or hidden ones have no number of their own', () => {
  const name = '9 questions rated from “Very dissatisfied” to “Very satisfied”'
  expect(rowOf(1234, 57)).toEqual([name, 'at least 1,230', 'at least 55'])
  expect(rowOf(1234, 9)).toEqual([name, 'at least 1,230', 'fewer than 10'])
  expect(rowOf(57, 50)).toEqual([name, 'at least 55', 'all but fewer than 10'])
  expect(rowOf(19, 19)).toEqual([name, 'fewer than 20', 'not shown'])
  const zh = '从“非常不满意”到“非常满意”评分的 9 题'
  expect(rowOf(1234, 57, 'zh-CN')).toEqual([zh, '至少 1,230', '至少 55'])
  expect(rowOf(57, 50, 'zh-CN')).toEqual([zh, '至少 55', '除不足 10 份外全部'])
})

test('the section defines the measure and says that nothing was removed', () => {
  const { notes } = sectionOf([{ block: BLOCK, rated: 1234, same: 57 }])
  expect(notes.join()).toMatch(/at least 4 of them.*No answer was removed/)
})

test('a wave that an earlier version anonymized is not counted, and an open one not yet', () => {
  for (const locale of LOCALES) {
    const { quality } = messages(locale).methodReport
    expect(sectionOf([], {}, locale)).toMatchObject({ tables: [], notes: [quality.notCounted] })
    for (const status of ['open', 'closed'])
      expect(sectionOf([], { funnel: { wave: { status } } }, locale).notes).toEqual([quality.atUnlinking])
  }
})

test('a questionnaire without four questions on a scale has nothing to count', () => {
  const items = DEFAULT_QUESTIONNAIRE.items.slice(0, 2)
  const { notes, tables } = sectionOf([], { plan: { questionnaire: { ...DEFAULT_QUESTIONNAIRE, items } } })
  expect([notes, tables]).toEqual([['No 4 questions share a scale, so straight-lining is not counted.'], []])
})

test('a matrix has its own question as its name', () => {
  const items = EVERY_TYPE.items.map((item) =>
    item.type === 'matrix' ? { ...item, rows: [...item.rows, { ...item.rows[0]!, id: 'fourth' }] } : item,
  )
  const plan = { questionnaire: { ...EVERY_TYPE, items } }
  const { tables } = sectionOf([{ block: 'matrix:aspects', rated: 100, same: 20 }], { plan })
  expect(tables[0]?.rows).toEqual([[DEFAULT_QUESTIONNAIRE.stem.en, 'at least 100', 'at least 20']])
})
