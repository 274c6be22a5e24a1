import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { PAGES, pages } from './pages.ts'

const routes = [
  'routes/routes.tsx',
  'routes/home-route.ts',
  'routes/access-routes.tsx',
  'routes/oversight-routes.tsx',
  'waves/wave-routes.tsx',
]
  .map((name) => readFileSync(fileURLToPath(new URL(`../../web/${name}`, import.meta.url)), 'utf8'))
  .join('\n')
const app = pages({ get: () => undefined, find: () => undefined, index: '<html><head></head></html>' }, 'zh-CN')

test('each address of the dashboard returns its page', async () => {
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

const browserHeaders = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

test.each([
  ['en-GB,en;q=0.9', 'en', 'This page does not exist.', 'Go to the home page'],
  ['zh-CN,zh;q=0.9,en;q=0.5', 'zh-CN', '页面不存在。', '返回首页'],
  ['fr', 'zh-CN', '页面不存在。', '返回首页'],
])('an unknown address that a person types returns a page, requested in %s', async (language, lang, sentence, home) => {
  const paths = ['/scorecards', '/admin', '/goals/staff-training', '/%3Cscript%3E', '/.env', '/wp-login.php']
  for (const path of paths) {
    const answer = await app.request(path, { headers: { ...browserHeaders, 'accept-language': language } })
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([404, 'text/html; charset=UTF-8'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('vary')).toContain('Accept-Language')
    const html = await answer.text()
    expect(html).toContain(`<html lang="${lang}">`)
    expect(html).toContain(sentence)
    expect(html).toContain(`<a href="/">${home}</a>`)
    expect(html).not.toMatch(/script|\.env|admin/)
  }
})

test('programs, API addresses and files get the plain refusal, also in a browser', async () => {
  const headers = { ...browserHeaders, 'accept-language': 'en' }
  const responses = [
    ...['/metrics', '/health/x', '/api/none', '/trpc/none', '/export/none'].map((path) =>
      app.request(path, { headers }),
    ),
    app.request('/scorecards', { headers: { accept: '*/*' } }),
    app.request('/assets/none.js', { headers: { accept: '*/*' } }),
    app.request('/scorecards'),
    app.request('/scorecards', { method: 'POST', headers }),
  ]
  for (const answer of await Promise.all(responses)) {
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { json: { message: 'NOT_FOUND' } } })
  }
})

test('the response to HEAD has no body', async () => {
  const answer = await app.request('/scorecards', { method: 'HEAD', headers: browserHeaders })
  expect([answer.status, await answer.text()]).toEqual([404, ''])
})
