import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { messages } from '@wayproof/messages/messages'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate } from '../../test/deployment/tls-proxy.ts'
import { checkAddresses } from './check-addresses.ts'
import { readCheckConfig } from './check-config.ts'
import { checkList } from './check-list.ts'

const HSTS = { 'strict-transport-security': 'max-age=31536000' }
const REFUSED = '{"error":{"json":{"data":{"errorId":"1"}}}}'

/** An answer as the apps give it, changed by `broken`. */
type Answer = { status: number; headers: Record<string, string>; text: string }
type Broken = (request: IncomingMessage, answer: Answer) => Answer | undefined

const answerOf = (request: IncomingMessage, url: string): Answer => {
  if (request.url === '/health/ready') return { status: 200, headers: {}, text: '{"ready":true,"faults":[]}' }
  const isForeign = request.method === 'POST' && request.headers.origin !== url
  if (request.url?.startsWith('/trpc/')) return { status: isForeign ? 403 : 415, headers: HSTS, text: REFUSED }
  return { status: isForeign ? 403 : 200, headers: HSTS, text: messages('en').survey.receipts.title }
}

interface Choices {
  readonly broken?: Broken
  readonly days?: number
  readonly isTrusted?: boolean
  readonly databaseTime?: number | null
}

/** One server with TLS in the place of both apps, and its result. */
async function results({ broken = () => undefined, days = 30, isTrusted = true, databaseTime = null }: Choices = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-addresses-'))
  const { certificate, key } = makeCertificate(folder, days)
  const [cert, before] = [readFileSync(certificate, 'utf8'), getCACertificates()]
  if (isTrusted) setDefaultCACertificates([...before, cert])
  let url = ''
  const respond = (request: IncomingMessage, response: ServerResponse) => {
    const usual = answerOf(request, url)
    const { status, headers, text } = broken(request, usual) ?? usual
    response.writeHead(status, headers).end(text)
  }
  const server = createTlsServer({ cert, key: readFileSync(key) }, respond).listen(0, '127.0.0.1')
  const health = createServer(respond).listen(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(health, 'listening')])
  onTestFinished(() => {
    setDefaultCACertificates(before)
    for (const one of [server, health]) {
      one.closeAllConnections()
      one.close()
    }
    rmSync(folder, { recursive: true, force: true })
  })
  const portOf = (address: ReturnType<typeof server.address>) => (typeof address === 'object' ? address?.port : 0)
  url = `https://localhost:${portOf(server.address())}`
  const port = String(portOf(health.address()))
  const config = readCheckConfig('/srv/data', {
    SURVEY_URL: url,
    REPORTING_URL: url,
    SURVEY_PORT: port,
    REPORTING_PORT: port,
  })
  const list = checkList(new AbortController().signal, () => undefined)
  await checkAddresses(list, config, databaseTime)
  return list.results.flatMap(({ step, state, reason }) => (state === 'passed' ? [] : [`${step}: ${reason}`]))
}

const on =
  (path: string, change: Partial<Answer>): Broken =>
  ({ url = '' }, answer) =>
    url.startsWith(path) ? { ...answer, ...change } : undefined

test('both addresses pass', async () => {
  expect(await results()).toEqual([])
})

test.each<[string, Choices, string[]]>([
  [
    'another website',
    { broken: on('/receipt', { text: 'Welcome' }) },
    ['survey-address: not-ours', 'hsts: after', 'clock: after', 'origin: after'],
  ],
  [
    'an app that is not ready',
    { broken: on('/health/', { text: '{"faults":[{"code":"other-key"}]}' }) },
    ['readiness: not-ready'],
  ],
  ['a proxy that drops headers', { broken: on('/receipt', { headers: {} }) }, ['hsts: no-hsts']],
  [
    'a clock 2 minutes ahead',
    { broken: on('/receipt', { headers: { ...HSTS, date: new Date(Date.now() + 120_000).toUTCString() } }) },
    ['clock: clock-differs'],
  ],
  ['the clock of the database', { databaseTime: 0 }, ['clock: clock-differs']],
  ['forms from other websites', { broken: on('/receipt', { status: 200 }) }, ['origin: foreign-origin']],
  ['own forms that are refused', { broken: on('/trpc/', { status: 403 }) }, ['origin: own-origin']],
  ['a certificate that ends soon', { days: 3 }, ['certificate: certificate-ends']],
  [
    'a certificate that nobody trusts',
    { isTrusted: false },
    [
      'survey-address: after',
      'dashboard-address: after',
      'certificate: bad-certificate',
      'hsts: after',
      'clock: after',
      'origin: after',
    ],
  ],
])('%s: fails its step', async (_, choices, expected) => {
  expect(await results(choices)).toEqual(expected)
})
