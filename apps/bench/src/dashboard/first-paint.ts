import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser } from '@wayproof/local-stack/browser/open-browser'
import { quantile } from '../measuring/figures.ts'

/** From the start of the navigation, in a browser without a cache. */
export interface FirstPaint {
  /** The first text or picture. */
  readonly paintMilliseconds: number
  /** The first paint with the figure of a goal in the page. */
  readonly figuresMilliseconds: number
}

export interface FirstPaints {
  readonly loopback: FirstPaint
  /** 1.6 megabits a second in each direction, and 40 ms for a request and its response. */
  readonly slowLine: FirstPaint
}

const SLOW_LINE = { offline: false, latency: 40, downloadThroughput: 200_000, uploadThroughput: 200_000 }
const LOADS = 7
/** Notes the moment of the frame before which a figure stands in the page. */
const WATCH_FIGURES = `
  const look = () => requestAnimationFrame(() => {
    if (document.querySelector('tbody tr td p')) requestAnimationFrame(() => (globalThis.figuresAt = performance.now()))
    else look()
  })
  look()
`
const PAINT = 'performance.getEntriesByName("first-contentful-paint")[0]?.startTime'

/** Asks from outside, because the page's policy forbids scripts that are given as text. Throws after 30 seconds. */
async function momentOf(page: { evaluate(text: string): Promise<unknown> }, expression: string): Promise<number> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const moment = await page.evaluate(expression)
    if (typeof moment === 'number') return moment
    await sleep(50)
  }
  throw new Error(`the page never had ${expression}`)
}

/** Opens the page `LOADS` times on each line after one load to warm up; returns the medians. */
export async function paintFirstScreen(pageUrl: string, cookie: string): Promise<FirstPaints> {
  const browser = await openBrowser()
  const cookies = cookie.split('; ').map((each) => {
    const at = each.indexOf('=')
    return { name: each.slice(0, at), value: each.slice(at + 1), url: pageUrl }
  })
  const load = async (line: typeof SLOW_LINE | null): Promise<FirstPaint> => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } })
    try {
      await context.addCookies(cookies)
      await context.addInitScript(WATCH_FIGURES)
      const page = await context.newPage()
      if (line) {
        const session = await context.newCDPSession(page)
        await session.send('Network.enable')
        await session.send('Network.emulateNetworkConditions', line)
      }
      await page.goto(pageUrl)
      const figuresMilliseconds = await momentOf(page, 'globalThis.figuresAt')
      const paintMilliseconds = await momentOf(page, PAINT)
      return { paintMilliseconds, figuresMilliseconds: Math.max(paintMilliseconds, figuresMilliseconds) }
    } finally {
      await context.close()
    }
  }
  const measure = async (line: typeof SLOW_LINE | null): Promise<FirstPaint> => {
    await load(line)
    const loads: FirstPaint[] = []
    for (let i = 0; i < LOADS; i += 1) loads.push(await load(line))
    const middle = (figure: keyof FirstPaint) =>
      Math.round(
        quantile(
          loads.map((each) => each[figure]),
          0.5,
        ),
      )
    return { paintMilliseconds: middle('paintMilliseconds'), figuresMilliseconds: middle('figuresMilliseconds') }
  }
  try {
    return { loopback: await measure(null), slowLine: await measure(SLOW_LINE) }
  } finally {
    await browser.close()
  }
}
