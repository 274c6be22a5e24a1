import type { RequestListener } from 'node:http'
import type { Metrics } from '@wayproof/service-start/metrics/open-metrics'

/** Counts the responses of `listener` by the kind of the request and the class of their status. */
export function countRequests(metrics: Metrics, listener: RequestListener): RequestListener {
  const add = metrics.counter({
    name: 'reporting_requests_total',
    help: 'Requests by kind and class of status.',
    labels: ['kind', 'status'],
  })
  return (request, response) => {
    response.once('finish', () =>
      add({ kind: kindOf(request.method, request.url), status: `${Math.floor(response.statusCode / 100)}xx` }),
    )
    return listener(request, response)
  }
}

const KINDS: readonly (readonly [string, string])[] = [
  ['/api/auth/', 'sign-in'],
  ['/api/', 'api'],
  ['/import/', 'import'],
  ['/export/', 'export'],
]

function kindOf(method = '', url = ''): string {
  if (url.startsWith('/trpc/')) return method === 'GET' ? 'query' : 'mutation'
  return KINDS.find(([start]) => url.startsWith(start))?.[1] ?? 'page'
}
