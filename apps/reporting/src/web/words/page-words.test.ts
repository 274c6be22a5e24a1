import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDashboardWords } from '@wayproof/messages/dashboard'
import { messages } from '@wayproof/messages/messages'
import { beforeAll, expect, test } from 'vitest'
import { type UsedAreas, usedAreas } from '../testing/used-areas.ts'
import { PAGE_WORDS } from './page-words.ts'

const root = fileURLToPath(new URL('../../../../../', import.meta.url)).replace(/\/$/, '')
const web = `${root}/apps/reporting/src/web`
const routes = [
  'routes/routes.tsx',
  'routes/access-routes.tsx',
  'routes/oversight-routes.tsx',
  'waves/wave-routes.tsx',
  'on-demand.ts',
]
const pages = routes.flatMap((route) =>
  [...readFileSync(`${web}/${route}`, 'utf8').matchAll(/(?:page|part)\(\(\) => import\('([^']+)'\), '(\w+)'\)/g)].map(
    ([, file = '', name]) => ({
      file: join(web, dirname(route), file),
      name: name as keyof typeof PAGE_WORDS,
    }),
  ),
)
let usage: UsedAreas

beforeAll(() => {
  usage = usedAreas(root, `${web}/main.tsx`)
})

test('the first screen loads only the text areas that the shell and the home use', async () => {
  const { first } = await loadDashboardWords('en')
  const { reporting, ...otherWords } = first
  const areas = [...Object.keys(otherWords), ...Object.keys(reporting).map((name) => `reporting.${name}`)]
  expect(areas.sort()).toEqual([...usage.areasOf(`${web}/main.tsx`, false)].sort())
})

test('each page loads exactly the text areas that its modules use', () => {
  const first = usage.areasOf(`${web}/main.tsx`, false)
  expect(pages.map(({ name }) => name).sort()).toEqual(Object.keys(PAGE_WORDS).sort())
  const lists = (list: (page: (typeof pages)[number]) => readonly string[]) =>
    Object.fromEntries(pages.map((page) => [page.name, [...list(page)].sort()]))
  const neededAreas = lists(({ file }) => [...usage.areasOf(file, true)].filter((area) => !first.has(area)))
  expect(lists(({ name }) => PAGE_WORDS[name])).toEqual(neededAreas)
})

test.each(['zh-CN', 'en'] as const)('text areas loaded one by one give all texts of %s', async (locale) => {
  const allWords = messages(locale)
  const { first, later } = await loadDashboardWords(locale)
  expect(allWords).toMatchObject(first)
  for (const [area, load] of Object.entries(later)) {
    const [, name = ''] = /^reporting\.(.*)/.exec(area) ?? []
    const words: Record<string, unknown> = { ...(await load()) }
    const [key, wholeArea]: [string, object] = name ? [name, allWords.reporting] : [area, allWords]
    expect(words[key], area).toBe((wholeArea as Record<string, unknown>)[key])
  }
})
