import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { progress } from '@wayproof/command-line/progress'
import { surveyLink } from '@wayproof/local-stack/clients/visit'
import { type LocalStack, openLocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import type { AppName } from '@wayproof/local-stack/processes/node-options'
import { random } from '@wayproof/sample-company/random'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { quantile } from '../measuring/figures.ts'
import { prepareWave } from '../torture/prepare-wave.ts'
import { drawVisit, travelersFor, type Visit } from './visits.ts'

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
