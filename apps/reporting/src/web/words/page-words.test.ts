import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { messages } from '@wayproof/messages'
import { loadDashboardWords } from '@wayproof/messages/dashboard'
import { beforeAll, expect, test } from 'vitest'
import { type UsedAreas, usedAreas } from '../testing/used-areas.ts'
import { PAGE_WORDS } from './page-words.ts'

const root = fileURLToPath(new URL('../../../../../', import.meta.url)).replace(/\/$/, '')
const web = `${root}/apps/reporting/src/web`
const routes = ['routes', 'access-routes'].map((name) => readFileSync(`${web}/${name}.tsx`, 'utf8')).join()
const pages = [...routes.matchAll(/page\(\(\) => import\('\.\/([^']+)'\), '(\w+)'\)/g)].map(([, file, name]) => ({
  file: `${web}/${file}`,
  name: name as keyof typeof PAGE_WORDS,
}))
let used: UsedAreas

beforeAll(() => {
  used = usedAreas(root, `${web}/main.tsx`)
}, 120_000)

test('the first screen loads only the text areas that the shell and the scorecard use', async () => {
  const { first } = await loadDashboardWords('en')
  const { reporting, ...others } = first
  const areas = [...Object.keys(others), ...Object.keys(reporting).map((name) => `reporting.${name}`)]
  expect(areas.sort()).toEqual([...used.of(`${web}/main.tsx`, false)].sort())
}, 120_000)

test('each page loads exactly the text areas that its modules use', () => {
  const first = used.of(`${web}/main.tsx`, false)
  expect(pages.map(({ name }) => name).sort()).toEqual(Object.keys(PAGE_WORDS).sort())
  const lists = (list: (page: (typeof pages)[number]) => readonly string[]) =>
    Object.fromEntries(pages.map((page) => [page.name, [...list(page)].sort()]))
  const needed = lists(({ file }) => [...used.of(file, true)].filter((area) => !first.has(area)))
  expect(lists(({ name }) => PAGE_WORDS[name])).toEqual(needed)
}, 120_000)

test.each(['zh-CN', 'en'] as const)('text areas loaded one by one give all texts of %s', async (locale) => {
  const all = messages(locale)
  const { first, later } = await loadDashboardWords(locale)
  expect(all).toMatchObject(first)
  for (const [area, load] of Object.entries(later)) {
    const [, name = ''] = /^reporting\.(.*)/.exec(area) ?? []
    const words: Record<string, unknown> = { ...(await load()) }
    const [key, whole]: [string, object] = name ? [name, all.reporting] : [area, all]
    expect(words[key], area).toBe((whole as Record<string, unknown>)[key])
  }
})
