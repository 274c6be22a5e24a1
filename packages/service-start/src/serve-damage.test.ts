import { expect, onTestFinished, test } from 'vitest'
import { listenAlone } from './listen-alone.ts'
import { damageListener } from './serve-damage.ts'

const place = { host: '127.0.0.1', port: 0 }

async function headersOf(address: string, path: string) {
  const listener = damageListener({
    sentence: ({ databaseFaults }) => databaseFaults.damaged(''),
    addresses: [address],
  })
  const server = await listenAlone(listener, place)
  onTestFinished(() => server.close())
  const { status, headers } = await fetch(`http://127.0.0.1:${server.port}${path}`)
  return { status, ...Object.fromEntries(headers) }
}

test('the page of a damaged database is in no frame, has no base, and only https from then on', async () => {
  const page = await headersOf('https://survey.example.com', '/receipt')
  expect(page).toMatchObject({
    status: 503,
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  })
  const live = await headersOf('https://survey.example.com', '/health/live')
  expect(live).toMatchObject({ status: 200, 'strict-transport-security': 'max-age=31536000; includeSubDomains' })
  expect(await headersOf('http://127.0.0.1:4310', '/receipt')).not.toHaveProperty('strict-transport-security')
})
