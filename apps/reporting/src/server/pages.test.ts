import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { PAGES, pages } from './pages.ts'

const routes = readFileSync(fileURLToPath(new URL('../web/routes.tsx', import.meta.url)), 'utf8')
const app = pages({ get: () => undefined, index: '<html><head></head></html>' })

test('each address of the dashboard is answered with its page', async () => {
  const paths = [...routes.matchAll(/path: '(\/[^']*)'/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(15)
  for (const path of paths) expect((await app.request(path.replaceAll(/\$\w+/g, 'x'))).status, path).toBe(200)
  expect(new Set(paths.map((path) => path.split('/')[1]))).toEqual(new Set(PAGES))
})

test.each(['/metrics', '/.env', '/wp-login.php', '/admin', '/assets/none.js', '/health/x', '/scorecards'])(
  '%s is not found',
  async (path) => {
    expect((await app.request(path)).status).toBe(404)
  },
)
