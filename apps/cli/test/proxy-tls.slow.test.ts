import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate, type ProxyName, requireProxy, startProxy } from './proxy.ts'

/** The example of a proxy without apps behind it. */
async function started(name: ProxyName) {
  requireProxy(name)
  const work = mkdtempSync(join(tmpdir(), 'wayproof-tls-'))
  onTestFinished(() => rmSync(work, { recursive: true, force: true }))
  const [proxy, plain] = await onFreePort(name === 'nginx' ? 4850 : 4860, (first) =>
    onFreePort(first + 1, async (second) => [first, second] as const),
  )
  await startProxy(name, work, { survey: 9, reporting: 9, proxy, plain }, makeCertificate(work))
  return { proxy, plain }
}

const plainAnswer = (port: number, path: string) =>
  new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host: 'privacy.example.com' } }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode, location: answer.headers.location })
    })
      .once('error', reject)
      .end()
  })

/** The protocol and the cipher of a connection; null if the proxy refuses it. */
const tlsWith = (port: number, options: ConnectionOptions) =>
  new Promise<readonly [string | null, string] | null>((resolve) => {
    const place = { host: '127.0.0.1', port, servername: 'privacy.example.com', rejectUnauthorized: false }
    const socket = connect({ ...place, ...options }, () => {
      resolve([socket.getProtocol(), socket.getCipher().name])
      socket.destroy()
    })
    socket.once('error', () => resolve(null))
  })

test.each<ProxyName>(['nginx', 'caddy'])('%s speaks TLS 1.2 and 1.3 only, with strong ciphers', async (name) => {
  const { proxy } = await started(name)
  expect((await tlsWith(proxy, {}))?.[0]).toBe('TLSv1.3')
  const tls12 = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const
  expect(await tlsWith(proxy, tls12)).toEqual(['TLSv1.2', expect.stringMatching(/^ECDHE-.*(GCM|POLY1305)/)])
  expect(await tlsWith(proxy, { ...tls12, ciphers: 'AES128-SHA:AES256-SHA' })).toBe(null)
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const
  expect(await tlsWith(proxy, old)).toBe(null)
})

test.each<ProxyName>(['nginx', 'caddy'])(
  '%s redirects pages to https, and refuses the API without TLS',
  async (name) => {
    const { plain } = await started(name)
    expect(await plainAnswer(plain, '/sign-in?a=b')).toMatchObject({
      location: 'https://privacy.example.com/sign-in?a=b',
    })
    const refused = { status: 403, location: undefined }
    expect(await plainAnswer(plain, '/api/v1/registers/staff/rows')).toEqual(refused)
  },
)
