import type { RequestListener } from 'node:http'
import { VERSION } from '@wayproof/kernel/version'
import { listenAlone, type OpenServer } from '../listen-alone.ts'

/** Figures of a process for Prometheus, served at `/metrics` of a port of its own. */
export interface Metrics extends OpenServer {
  /** Returns the function that adds `count` to the counter of these labels. */
  counter<Label extends string>(
    figure: Figure & { readonly labels: readonly Label[] },
  ): (labels: Readonly<Record<Label, string>>, count?: number) => void
  /** A figure that is read at each scrape; not a number while it cannot be read. */
  gauge(figure: Figure, read: () => Promise<number>): void
}

interface Figure {
  readonly name: string
  readonly help: string
}

export interface MetricsOptions {
  /** Absent: only this machine reaches the port. */
  readonly host?: string | undefined
  readonly port: number
  /** True: only rounded figures of the process, from which no single request can be seen. */
  readonly isCoarse: boolean
}

/** Figures of the library whose names are wrong: gauges with the ending of counters. Each is the sum of another figure. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total']

export const THIS_MACHINE = '127.0.0.1'

/** Loads the library and listens. Rejects if the port is taken. */
export async function openMetrics({ host = THIS_MACHINE, port, isCoarse }: MetricsOptions): Promise<Metrics> {
  const { Counter, collectDefaultMetrics, Gauge, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of MISNAMED) registry.removeSingleMetric(name)
  const build = new Gauge({
    name: 'wayproof_build_info',
    help: 'The version of Wayproof that runs; the value is always 1.',
    labelNames: ['version'],
    registers: [registry],
  })
  build.set({ version: VERSION }, 1)
  const text = async () => (isCoarse ? coarse(await registry.metrics()) : registry.metrics())
  const server = await listenAlone(scrapes(text, registry.contentType), { host, port })
  const registers = [registry]
  return {
    ...server,
    counter: ({ name, help, labels }) => {
      const counter = new Counter({ name, help, labelNames: labels, registers })
      return (values, count = 1) => counter.inc(values, count)
    },
    gauge: ({ name, help }, read) => {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read().catch(() => Number.NaN))
        },
      })
    },
  }
}

const scrapes =
  (text: () => Promise<string>, contentType: string): RequestListener =>
  (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void text().then(
      (body) => response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(500).end(),
    )
  }

const MEGABYTES = 1024 * 1024

interface CoarseFigure {
  /** The value is rounded down to a multiple of this. */
  readonly step: number
  readonly type: 'counter' | 'gauge'
  readonly help: string
  /** Set where a sample alone would not keep the rules for names that it keeps beside its histogram. */
  readonly name?: string
}

/**
 * Figures of a process that answers travelers. One request takes a few milliseconds and less than 1 MB, so two scrapes
 * around it do not differ by it (docs/decisions/098).
 */
const FIGURES: Readonly<Record<string, CoarseFigure>> = {
  wayproof_build_info: { step: 1, type: 'gauge', help: 'The version of Wayproof that runs; the value is always 1.' },
  process_start_time_seconds: { step: 1, type: 'gauge', help: 'Start of the process, in seconds since 1970.' },
  process_cpu_seconds_total: { step: 1, type: 'counter', help: 'CPU time of the process, in whole seconds.' },
  process_resident_memory_bytes: {
    ...{ step: 16 * MEGABYTES, type: 'gauge' },
    help: 'Memory of the process, in steps of 16 MiB.',
  },
  nodejs_heap_size_used_bytes: {
    ...{ step: 16 * MEGABYTES, type: 'gauge' },
    help: 'Heap in use, in steps of 16 MiB.',
  },
  nodejs_eventloop_lag_p99_seconds: {
    ...{ step: 0.1, type: 'gauge' },
    help: '99th percentile of the event loop lag, in steps of 0.1 seconds.',
  },
  survey_forms_refused_total: {
    ...{ step: 10, type: 'counter' },
    help: 'Forms refused by a limit, in steps of 10.',
  },
  nodejs_gc_duration_seconds_sum: {
    ...{ step: 1, type: 'counter', name: 'nodejs_gc_seconds_total' },
    help: 'Time of garbage collection by kind, in whole seconds.',
  },
}

const SAMPLE = /^(?<name>\w+)(?<labels>\{.*\})? (?<value>\S+)$/

/** The samples of `text`, in the format of Prometheus, that no single request shows. */
function coarse(text: string): string {
  const described = new Set<string>()
  const lines = text.split('\n').flatMap((line) => {
    const groups = SAMPLE.exec(line)?.groups
    const figure = FIGURES[groups?.name ?? '']
    if (!groups || !figure) return []
    const { step, type, help, name = groups.name ?? '' } = figure
    const sample = `${name}${groups.labels ?? ''} ${Math.floor(Number(groups.value) / step) * step}`
    if (described.has(name)) return [sample]
    described.add(name)
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, sample]
  })
  return `${lines.join('\n')}\n`
}
