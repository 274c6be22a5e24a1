import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { openBrowser } from '@wayproof/local-stack/browser/open-browser'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { MEASURED_PERIOD, scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'
import { cpuOf } from '../measuring/process-cost.ts'
import { openConnection } from '../survey/http-connection.ts'
import { type ReportingApp, signedInOfficer, startReporting } from './reporting-app.ts'

export interface DashboardFigures {
  readonly name: 'dashboard'
  readonly answers: number
  /** Time from a request for the scorecard to its complete response, on one connection. */
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  /** Processor time of the dashboard's server for one scorecard, over all its threads. */
  readonly cpuMilliseconds: number
  /** The same for the page of the home with its figures drawn. */
  readonly homeCpuMilliseconds: number
  /** Files that the first screen cannot be drawn without. */
  readonly firstScreen: FirstScreen
  readonly firstPaint: FirstPaints
}

type ReadFigures = Pick<DashboardFigures, 'p50Milliseconds' | 'p99Milliseconds' | 'cpuMilliseconds'>

const WARM_UP = 500
const READS = 1_000
const HOME_READS = 100
const SCORECARD = `/trpc/scorecard.forPeriod?input=${encodeURIComponent(JSON.stringify({ json: { period: MEASURED_PERIOD } }))}`
const HOME = `/?period=${MEASURED_PERIOD}`
/** A word that both have only with figures. */
const MARK = 'customer-satisfaction'

/** Reads the scorecard of a wave of `answers` answers from the built dashboard; returns the medians of `runs` runs. */
export async function benchDashboard(
  data: string,
  databases: BenchDatabases,
  answers: number,
  runs: number,
): Promise<DashboardFigures> {
  const place = { data, databaseUrl: await databases.create(data) }
  await scorecardFixture(place, answers)
  const reporting = await startReporting(place)
  try {
    const cookie = await signedInOfficer(reporting)
    const home = reporting.url + HOME
    const firstScreen = await loadFirstScreen(home, cookie)
    await readOften(reporting, cookie, HOME, HOME_READS)
    const { cpuMilliseconds: homeCpu } = await readOften(reporting, cookie, HOME, HOME_READS)
    await readOften(reporting, cookie, SCORECARD, WARM_UP)
    const firstPaint = await paintFirstScreen(home, cookie)
    const readRuns: ReadFigures[] = []
    for (let run = 0; run < runs; run += 1) readRuns.push(await readOften(reporting, cookie, SCORECARD, READS))
    const middle = (figure: keyof ReadFigures) =>
      Number(
        quantile(
          readRuns.map((readRun) => readRun[figure]),
          0.5,
        ).toPrecision(3),
      )
    return {
      name: 'dashboard',
      answers,
      p50Milliseconds: middle('p50Milliseconds'),
      p99Milliseconds: middle('p99Milliseconds'),
      cpuMilliseconds: middle('cpuMilliseconds'),
      homeCpuMilliseconds: Number(homeCpu.toPrecision(3)),
      firstScreen,
      firstPaint,
    }
  } finally {
    await reporting.app.stop()
  }
}

async function readOften(
  { port, app }: ReportingApp,
  cookie: string,
  address: string,
  reads: number,
): Promise<ReadFigures> {
  const request = `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`
  const connection = await openConnection(port)
  try {
    const times: number[] = []
    const cpuBefore = cpuOf(app.pid)
    for (let read = 0; read < reads; read += 1) {
      const startedAt = performance.now()
      const { status, body } = await connection.ask(request)
      times.push(performance.now() - startedAt)
      if (status !== 200 || !body.includes(MARK)) throw new Error(`no figures at ${address}: status ${status}`)
    }
    const cpuMilliseconds = (cpuOf(app.pid) - cpuBefore) / reads / 1_000
    return { p50Milliseconds: quantile(times, 0.5), p99Milliseconds: quantile(times, 0.99), cpuMilliseconds }
  } finally {
    connection.close()
  }
}

interface FirstScreen {
  readonly requests: number
  /** Bytes of the bodies as they are sent. */
  readonly bytes: number
}

const LINKED = /<(?:script|link)[^>]+(?:src|href)="(\/[^"]+)"/g
/** Static imports of a bundled module: `import"./a.js"` and `from"./a.js"`, not `import("./a.js")`. */
const IMPORTED = /(?:\bimport|\bfrom)\s*"(\.\/[^"]+)"/g

/** Loads a page, with a session, and what it cannot be drawn without: linked scripts and styles, and the modules that these import. */
async function loadFirstScreen(pageUrl: string, cookie: string): Promise<FirstScreen> {
  const waiting = [pageUrl]
  const loaded = new Set<string>()
  let bytes = 0
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (loaded.has(url)) continue
    loaded.add(url)
    const { sent, text } = await download(url, cookie)
    bytes += sent
    const references = url === pageUrl ? LINKED : IMPORTED
    for (const [, reference = ''] of text.matchAll(references)) waiting.push(new URL(reference, url).href)
  }
  return { requests: loaded.size, bytes }
}

async function download(url: string, cookie: string): Promise<{ readonly sent: number; readonly text: string }> {
  const request = get(url, { headers: { cookie, 'accept-encoding': 'br, gzip' } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (response.statusCode !== 200) throw new Error(`${url} answers with status ${response.statusCode}`)
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }[response.headers['content-encoding'] ?? '']
  return { sent: body.length, text: (unpacked?.(body) ?? body).toString('utf8') }
}

/** From the start of the navigation, in a browser without a cache. */
interface FirstPaint {
  /** The first text or picture. */
  readonly paintMilliseconds: number
  /** The first paint with the figure of a goal in the page. */
  readonly figuresMilliseconds: number
}

interface FirstPaints {
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
async function paintFirstScreen(pageUrl: string, cookie: string): Promise<FirstPaints> {
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
