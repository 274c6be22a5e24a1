import { expect, it } from 'vitest'
import { threadComparison } from '../src/bind-ports.ts'

const text = Array.from({ length: 20 }, (_, i) => `${i + 1}. We keep only what booking ${i} needs.`).join('\n')
const texts = [{ version: '7', text }]
const page = (html: string) => ({ bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' })
const neverAborted = () => new AbortController().signal
const LONG = page('<p>a '.repeat(400_000))

it('compares pages in parallel, each on its own thread', async () => {
  const compare = threadComparison(neverAborted)
  const html = text.replaceAll(/^\d+\. (.*)$/gm, '<li>$1')
  const compared = await Promise.all([compare(page(`<ol>${html}</ol>`), texts), compare(page('<p>Our history'), texts)])
  expect(compared.map(({ outcome }) => outcome)).toEqual(['found', 'too-little-text'])
})

it('continues its own work while a page is compared', async () => {
  let turnCount = 0
  const turning = setInterval(() => (turnCount += 1), 1)
  await threadComparison(neverAborted)(LONG, texts)
  clearInterval(turning)
  expect(turnCount).toBeGreaterThan(5)
})

it('ends a thread that takes too long, and says that the page is too complex', async () => {
  expect(await threadComparison(() => AbortSignal.timeout(1))(LONG, texts)).toEqual({
    outcome: 'too-complex',
    version: null,
    nearest: null,
  })
})

it('refuses a page of 200,000 levels', async () => {
  expect(await threadComparison(neverAborted)(page('<div>'.repeat(200_000)), texts)).toMatchObject({
    outcome: 'too-complex',
  })
})
