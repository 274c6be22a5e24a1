import { createServer } from 'node:http'
import { openMetrics } from '@wayproof/service-start/metrics/open-metrics'
import { expect, onTestFinished, test } from 'vitest'
import { countRequests } from './count-requests.ts'

test('requests are counted by kind and class of status, without path or person', async () => {
  const metrics = await openMetrics({ port: 0, isCoarse: false })
  const server = createServer(
    countRequests(metrics, (request, response) => {
      response.statusCode = request.url?.includes('wrong') ? 404 : 200
      response.end()
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    await metrics.close()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const requests: readonly (readonly [string, string])[] = [
    ['GET', '/trpc/session.me'],
    ['GET', '/trpc/wrong'],
    ['POST', '/trpc/people.invite'],
    ['POST', '/api/auth/sign-in/email'],
    ['PUT', '/api/registers/incidents'],
    ['POST', '/import/travelers'],
    ['GET', '/export/requests'],
    ['GET', '/scorecard?who=li@x.example'],
  ]
  for (const [method, path] of requests) await fetch(`${url}${path}`, { method })
  const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()
  const counted = text.split('\n').filter((line) => line.startsWith('reporting_requests_total'))
  expect(counted.sort()).toEqual(
    [
      ['api', '2xx'],
      ['export', '2xx'],
      ['import', '2xx'],
      ['mutation', '2xx'],
      ['page', '2xx'],
      ['query', '2xx'],
      ['query', '4xx'],
      ['sign-in', '2xx'],
    ].map(([kind, status]) => `reporting_requests_total{kind="${kind}",status="${status}"} 1`),
  )
})
