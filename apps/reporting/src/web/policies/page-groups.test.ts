import { expect, test } from 'vitest'
import type { PolicyPage } from '../api.ts'
import { groupPages, languagesOf } from './policy-grid.tsx'

const page = (surfaceId: string, language: string, kind: PolicyPage['kind'] = 'website'): PolicyPage => ({
  surfaceId,
  surface: surfaceId,
  kind,
  language,
  url: null,
  comparable: false,
  look: null,
  proof: null,
  waiting: false,
  status: 'never-seen',
  manual: null,
  nextOn: null,
})

test('the language that most surfaces offer comes first', () => {
  const pages = [page('a', 'en'), page('a', 'zh-CN'), page('b', 'zh-CN')]
  expect(languagesOf(pages)).toEqual(['zh-CN', 'en'])
})

test('a surface is one row with a page for each language, and hosted pages come last', () => {
  const groups = groupPages([page('ctrip', 'zh-CN', 'ota-page'), page('web', 'en'), page('web', 'zh-CN')])
  expect(groups.map(({ side, rows }) => [side, rows.map(({ surfaceId, pages }) => [surfaceId, pages.size])])).toEqual([
    ['own', [['web', 2]]],
    ['travel-platforms', [['ctrip', 1]]],
  ])
})
