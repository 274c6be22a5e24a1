import type { RequestListener } from 'node:http'
import { VERSION } from '@wayproof/kernel/version'
import { listenAlone, type OpenServer } from '../listen-alone.ts'
import { coarse } from './coarse-figures.ts'

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
