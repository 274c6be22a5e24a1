import type { RequestListener, ServerResponse } from 'node:http'
import type { Clock } from '@wayproof/kernel/clock'
import { VERSION } from '@wayproof/kernel/version'
import type { Health, HealthWarning } from '@wayproof/operations/health/health'
import type { HealthStore } from '@wayproof/operations/health/health-store'
import type { ReadinessFault } from '@wayproof/operations/health/readiness'
import { hsts } from '../hsts.ts'

const LIVE = '/health/live'
const READY = '/health/ready'

/** A warning that one app cannot do without is a fault of that app. */
export interface HealthFault {
  readonly code: ReadinessFault['code'] | HealthWarning['code'] | 'stopping'
}

interface HealthOptions {
  readonly health: Pick<HealthStore, 'readiness' | 'read'>
  readonly clock: Clock
  /** Public addresses of the app. */
  readonly addresses: readonly string[]
  /** Warnings without which this app does not do its work. */
  readonly needs?: readonly HealthWarning['code'][]
}

/** Tells a load balancer and a monitor how this process is. */
export interface HealthCheck {
  /** Answers `/health/live` and `/health/ready`, and leaves all other requests to `listener`. */
  before(listener: RequestListener): RequestListener
  /** From now on the process is not ready, and each response ends its connection. */
  stop(): void
}

/**
 * `/health/live`: this process answers. `/health/ready`: requests may come, 503 with the reasons if not. Both are outside
 * the access log, which a probe every few seconds would fill.
 */
export function healthCheck({ health, clock, addresses, needs = [] }: HealthOptions): HealthCheck {
  let isStopping = false
  const send = sender(hsts(addresses))
  const ready = async (): Promise<Readiness> => {
    const [faults, currentHealth] = await Promise.all([health.readiness(), health.read(clock.now())])
    return readiness(isStopping ? [{ code: 'stopping' }, ...faults] : faults, currentHealth, needs)
  }
  return {
    before: (listener) => (request, response) => {
      if (isStopping) response.shouldKeepAlive = false
      const { url, method } = request
      if (url !== LIVE && url !== READY) return listener(request, response)
      if (method !== 'GET' && method !== 'HEAD') return send(response, 405, {})
      if (url === LIVE) return send(response, 200, { live: true, version: VERSION })
      void ready().then((body) => send(response, body.ready ? 200 : 503, { ...body, version: VERSION }))
    },
    stop: () => {
      isStopping = true
    },
  }
}

interface Readiness {
  readonly ready: boolean
  readonly faults: readonly HealthFault[]
  readonly warnings: readonly HealthFault[]
}

function readiness(
  readinessFaults: readonly HealthFault[],
  { warnings }: Health,
  needs: readonly HealthWarning['code'][],
): Readiness {
  const faults = [...readinessFaults, ...warnings.filter(({ code }) => needs.includes(code))]
  return { ready: faults.length === 0, faults, warnings: warnings.filter(({ code }) => !needs.includes(code)) }
}

const sender =
  (headers: Readonly<Record<string, string>>) =>
  (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 405 && { allow: 'GET, HEAD' }),
    })
    response.end(response.req.method === 'HEAD' ? undefined : JSON.stringify(body))
  }
