import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

export interface Sink {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  readonly server: SMTPServer
  close(): Promise<void>
}

export const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on loopback that stores the letters it accepts. `options` make it misbehave. */
export async function sinkServer(options: SMTPServerOptions = {}, port = 0): Promise<Sink> {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
        done(null, 'OK: taken')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const at = (server.server.address() as AddressInfo).port
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= new Promise<void>((resolve) => server.close(() => resolve()))
    return closing
  }
  onTestFinished(close)
  return { url: `smtp://127.0.0.1:${at}`, port: at, received, server, close }
}
