import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'

interface Call {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** The address of this machine from which the call comes. */
  readonly from?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export type Send = (url: string, call?: Call) => Promise<Answer>

/** Sends requests to names of the public, which this machine answers with a certificate of its own. */
export function proxyClient(certificate: string): Send {
  const ca = readFileSync(certificate)
  return (url, { method = 'GET', headers = {}, body, from = '127.0.0.2' } = {}) => {
    const { hostname, host, port, pathname, search } = new URL(url)
    return new Promise((resolve, reject) => {
      const call = request(
        {
          ...{ ca, method, port, path: `${pathname}${search}`, servername: hostname, agent: false },
          ...{ host: '127.0.0.1', localAddress: from },
          headers: { host, ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        },
      )
      call.once('error', reject)
      call.end(body)
    })
  }
}
