import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { progress } from '@wayproof/command-line/progress'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemTokens } from '@wayproof/kernel/system'
import type { OfficerAtWork } from '@wayproof/local-stack/clients/officer'
import { send, surveyLink, Unusable } from '@wayproof/local-stack/clients/visit'
import { type LocalStack, openLocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import type { AppName } from '@wayproof/local-stack/processes/node-options'
import { type Random, random } from '@wayproof/sample-company/random'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { quantile } from '../measuring/figures.ts'
import { prepareWave } from '../torture/prepare-wave.ts'

export interface MixedFigures {
  readonly name: 'mixed'
  readonly seconds: number
  readonly requests: number
  readonly errors: number
  /** The first errors, in words. */
  readonly firstErrors: readonly string[]
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  /** Resident memory of each app. */
  readonly memory: Record<AppName, MemoryFigures>
}

export interface MemoryFigures {
  readonly startMegabytes: number
  readonly endMegabytes: number
  /** Growth after the warm-up. */
  readonly megabytesAnHour: number
}

export interface MixedOptions {
  readonly seconds: number
  /** Requests a second. */
  readonly rate: number
}

const SAMPLE_MS = 5_000
const SHOWN_ERRORS = 5
/** Without a sent letter. */
const PATIENCE_MS = 60_000

/** Sends `rate` requests a second to all three apps, whatever they take, and follows their memory. */
export async function benchMixed(
  data: string,
  databases: BenchDatabases,
  { seconds, rate }: MixedOptions,
): Promise<MixedFigures> {
  const databaseUrl = await databases.create(data)
  const stack = await openLocalStack({ data, databaseUrl, smtpPort: 2900, firstPort: 4800 })
  try {
    const report = progress()
    const recipients = travelersFor(seconds * rate)
    const { officer, period } = await prepareWave(stack, { seed: 'mixed', recipients }, report)
    await delivered(officer, () => {}, PATIENCE_MS)
    report.end()
    const links = stack.sink.mails.flatMap((mail) => surveyLink(mail) ?? [])
    const { surveyUrl, reportingUrl } = stack
    const next = drawVisit({ surveyUrl, reportingUrl, links, officer, period }, random('mixed'))
    return await visitAll(stack, next, { seconds, rate })
  } finally {
    await stack.close()
  }
}

async function visitAll(stack: LocalStack, next: () => Visit, { seconds, rate }: MixedOptions): Promise<MixedFigures> {
  const latencies: number[] = []
  const errors: string[] = []
  const open = new Set<Promise<void>>()
  const samples = { survey: [], reporting: [], scheduler: [] } as Record<AppName, MemorySample[]>
  const begun = performance.now()
  const elapsed = () => (performance.now() - begun) / 1_000
  const sample = () => {
    for (const [name, pid] of Object.entries(stack.processIds()) as [AppName, number][])
      samples[name].push({ seconds: elapsed(), megabytes: residentOf(pid) })
  }
  sample()
  const sampling = setInterval(sample, SAMPLE_MS)
  try {
    for (let sent = 0; sent < seconds * rate; sent += 1) {
      const from = performance.now()
      const visit = next()()
        .then(() => void latencies.push(performance.now() - from))
        .catch((error: unknown) => void errors.push(String(error)))
        .finally(() => open.delete(visit))
      open.add(visit)
      await wait(Math.max(0, ((sent + 1) / rate - elapsed()) * 1_000))
    }
    await Promise.all(open)
    sample()
  } finally {
    clearInterval(sampling)
  }
  return {
    name: 'mixed',
    seconds: Math.round(elapsed()),
    requests: latencies.length + errors.length,
    errors: errors.length,
    firstErrors: errors.slice(0, SHOWN_ERRORS),
    p50Milliseconds: rounded(quantile(latencies, 0.5)),
    p99Milliseconds: rounded(quantile(latencies, 0.99)),
    memory: {
      survey: memoryOf(samples.survey),
      reporting: memoryOf(samples.reporting),
      scheduler: memoryOf(samples.scheduler),
    },
  }
}

const memoryOf = (samples: readonly MemorySample[]): MemoryFigures => ({
  startMegabytes: rounded(samples[0]?.megabytes ?? 0),
  endMegabytes: rounded(samples.at(-1)?.megabytes ?? 0),
  megabytesAnHour: rounded(memorySlope(samples)),
})

const rounded = (value: number) => Number(value.toPrecision(3))

/** Memory of a process that is in the machine's own, in megabytes. */
const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024

/** Resident memory of a process at one moment. */
export interface MemorySample {
  readonly seconds: number
  readonly megabytes: number
}

/** Lowest samples of this many spans stand for the whole run: between two collections memory only grows. */
const SPANS = 24
/** The first part fills caches and the heap of the first generation. */
const WARM_UP = 1 / 4

/**
 * Growth in megabytes an hour: the median of the slopes between all pairs of spans (Theil and Sen, 1950 and 1968), which
 * a single collection does not move. 0 for fewer than two spans.
 */
export function memorySlope(samples: readonly MemorySample[]): number {
  const end = samples.at(-1)?.seconds ?? 0
  const begin = end * WARM_UP
  const lowest = new Map<number, MemorySample>()
  for (const sample of samples) {
    if (sample.seconds < begin) continue
    const span = Math.floor(((sample.seconds - begin) / (end - begin)) * SPANS)
    const lowestSample = lowest.get(span)
    if (!lowestSample || sample.megabytes < lowestSample.megabytes) lowest.set(span, sample)
  }
  const points = [...lowest.values()]
  const slopes = points.flatMap((from, n) =>
    points.slice(n + 1).map((to) => ((to.megabytes - from.megabytes) / (to.seconds - from.seconds)) * 3600),
  )
  slopes.sort((a, b) => a - b)
  const middle = slopes.length >> 1
  return slopes.length % 2 === 1 ? (slopes[middle] ?? 0) : ((slopes[middle - 1] ?? 0) + (slopes[middle] ?? 0)) / 2
}

interface VisitedStack {
  readonly surveyUrl: string
  readonly reportingUrl: string
  /** Survey links of travelers who have not answered. */
  readonly links: readonly string[]
  readonly officer: OfficerAtWork
  readonly period: PeriodKey
}

/** One request of a person; rejects if the response is not the wanted one. */
type Visit = () => Promise<void>

const VISITS_PATIENCE_MS = 30_000

/** The requests of a day, as often as `share` says; the shares add up to 1. */
interface Kind {
  readonly share: number
  readonly visit: Visit
}

const ANSWERING = 0.1
/** Corrections and withdrawals of nobody's answer become answers, and a share is no more than an expectation. */
const SPARE = 1.2
const FEWEST_TRAVELERS = 100

/** Number of travelers of whom the front half answers in `requests` requests. */
const travelersFor = (requests: number): number =>
  Math.max(FEWEST_TRAVELERS, Math.ceil(requests * ANSWERING * SPARE * 2))

/** Draws the next request: pages, answers, corrections and withdrawals of travelers, pages and figures of an officer. */
function drawVisit(stack: VisitedStack, draw: Random): () => Visit {
  const { surveyUrl, reportingUrl, officer, period, links } = stack
  let answered = 0
  const receipts: string[] = []
  // A link shows its page until it has answered; travelers answer from the front, and open pages at the back.
  const unansweredLink = () => links[draw.between(links.length >> 1, links.length - 1)]
  const someFields = () => ({
    overall: String(draw.between(1, 5)),
    improve: `A comment, ${draw.between(1, 1_000_000)}`,
  })
  const submit = async (path: string, fields: Readonly<Record<string, string>>) => {
    await send({ address: new URL(path, surveyUrl), fields: new URLSearchParams(fields) })
  }
  const answer = async () => {
    const link = links[answered]
    answered += 1
    const receipt = newReceipt(systemTokens)
    await submit(`${link}?lang=zh-CN`, { ...someFields(), receipt })
    receipts.push(receipt)
  }
  /** Removed while a request is under way, because a withdrawal may overtake a correction. */
  const takeReceipt = () => receipts.splice(draw.between(0, Math.max(0, receipts.length - 1)), 1)[0]
  const correct = async () => {
    const receipt = takeReceipt()
    if (!receipt) return answer()
    await submit('/receipt/correction?lang=en', { ...someFields(), receipt })
    receipts.push(receipt)
  }
  const withdraw = async () => {
    const receipt = takeReceipt()
    await (receipt ? submit('/receipt/withdrawal?lang=en', { receipt }) : answer())
  }
  const kinds: readonly Kind[] = [
    { share: 0.4, visit: () => open(`${unansweredLink()}?lang=${draw.pick(['en', 'zh-CN'])}`) },
    { share: ANSWERING, visit: answer },
    { share: 0.08, visit: correct },
    { share: 0.02, visit: withdraw },
    {
      share: 0.1,
      visit: () => open(new URL(draw.pick(['/', '/privacy', '/receipt', '/report', '/rights']), surveyUrl)),
    },
    { share: 0.1, visit: () => open(new URL(draw.pick(['/', '/waves', '/health/ready']), reportingUrl)) },
    { share: 0.05, visit: async () => void (await officer.scorecard(period)) },
    { share: 0.1, visit: async () => void (await officer.funnel(period)) },
    { share: 0.05, visit: async () => void (await officer.letters()) },
  ]
  return () => {
    let left = draw.next()
    for (const { share, visit } of kinds) {
      left -= share
      if (left < 0) return visit
    }
    return answer
  }
}

async function open(address: string | URL): Promise<void> {
  const response = await fetch(address, { signal: AbortSignal.timeout(VISITS_PATIENCE_MS) })
  await response.arrayBuffer()
  if (!response.ok) throw new Unusable(String(address), response.status)
}
