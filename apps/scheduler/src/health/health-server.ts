import { createServer } from 'node:http'
import type { Clock } from '@wayproof/kernel'
import type { HealthStore } from '@wayproof/store'

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/** Serves only `GET /health`: 200 while the scheduler runs its calendar and can store results, otherwise 503. */
export async function openHealthServer(
  { health, clock }: { readonly health: HealthStore; readonly clock: Clock },
  port: number,
  host: string,
): Promise<HealthServer> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body))
    }
    if (request.url !== '/health' || (request.method !== 'GET' && request.method !== 'HEAD')) return answer(404, {})
    void health.read(clock.now()).then(({ lastLook, ...read }) => {
      const isOk = read.ok && read.scheduler === 'ok'
      answer(isOk ? 200 : 503, {
        ...read,
        ok: isOk,
        lastLook: lastLook === null ? null : new Date(lastLook).toISOString(),
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
