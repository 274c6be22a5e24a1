import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { WebTarget } from '@wayproof/kernel/network/web-target'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Network } from './public-network.ts'

type AddressFault = { readonly code: 'address-refused' | 'address-unknown' | 'timed-out' }

/**
 * Resolves the host of a target once and returns the address to connect to. All of its addresses must be allowed, so that
 * a later answer of the name server has no effect.
 */
export async function checkedAddress(
  { host, port }: Pick<WebTarget, 'host' | 'port'>,
  network: Network,
  signal: AbortSignal,
): Promise<Outcome<string, AddressFault>> {
  if (!network.mayUsePort(port)) return fail('address-refused')
  const addresses = await resolveHost(host, network, signal)
  if (signal.aborted) return fail('timed-out')
  const [address] = addresses
  if (address === undefined) return fail('address-unknown')
  return addresses.every(network.mayConnect) ? ok(address) : fail('address-refused')
}

async function resolveHost(host: string, { resolve }: Network, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(host)) return [host]
  return Promise.race([resolve(host).catch(() => []), once(signal, 'abort').then(() => [])])
}

interface PinnedRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * Requests a target from a checked address, and returns the head of the response. Redirects are not followed. A new agent,
 * without a proxy or a shared connection.
 */
export async function requestFrom(
  { secure: isSecure, host, port, path, authority }: WebTarget,
  address: string,
  { method, headers, body, signal }: PinnedRequest,
): Promise<IncomingMessage> {
  const request = (isSecure ? requestHttps : requestHttp)({
    host: address,
    port,
    path,
    signal,
    agent: false,
    method,
    // The certificate must match the host name although the connection goes to an IP address; an IP address has no name
    // to send.
    ...(isSecure && !isIP(host) ? { servername: host.replace(/\.$/, '') } : {}),
    headers: { host: authority, connection: 'close', ...headers },
  })
  // After the head, the stream of the response reports an abort.
  request.on('error', () => undefined)
  request.end(body)
  const [answer] = await once(request, 'response')
  return answer
}

/** True if a request failed because the server's certificate is not valid for its name. */
export const isCertificateFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /CERT|UNABLE_TO_(GET|VERIFY)/.test(String(error.code))
