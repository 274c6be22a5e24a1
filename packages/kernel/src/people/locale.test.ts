import { expect, it } from 'vitest'
import { nearestLocale } from './locale.ts'

it.each([
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh_CN.UTF-8', 'zh-CN'],
  [' ZH_HK ', 'zh-CN'],
  ['en_US.UTF-8', 'en'],
  ['zha', 'en'],
  ['C.UTF-8', 'en'],
  ['', 'en'],
])('the language nearest to %j is %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale)
})
