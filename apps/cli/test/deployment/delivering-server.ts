import { once } from 'node:events'
import { chownSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

export interface DeliveringServer {
  readonly port: number
  /** True: messages to the bounce mailbox get lost. */
  isBounceLost: boolean
  close(): Promise<void>
}

/** The results that the receiver of the letters writes into them. */
const RESULTS = 'Authentication-Results: mx.example; spf=pass smtp.mailfrom=yuntu.example; dkim=pass; dmarc=pass\r\n'

/** A mail server that delivers bounces into one folder, and everything else into the maildir of its `owner`. */
export async function openDeliveringServer(bounces: string, maildir: string, owner: number): Promise<DeliveringServer> {
  let count = 0
  const deliver = (to: string, raw: Buffer) => {
    const isBounce = to.startsWith('bounces+')
    if (isBounce && delivering.isBounceLost) return
    count += 1
    const [written, folder] = [join(bounces, '..', `written-${count}`), isBounce ? bounces : join(maildir, 'new')]
    writeFileSync(written, isBounce ? raw : Buffer.concat([Buffer.from(RESULTS), raw]), { mode: 0o644 })
    if (!isBounce) chownSync(written, owner, owner)
    renameSync(written, join(folder, `${count}.message`))
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) deliver(address, Buffer.concat(chunks))
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  server.on('error', () => {})
  const address = server.server.address()
  const delivering: DeliveringServer = {
    port: typeof address === 'object' && address ? address.port : 0,
    isBounceLost: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return delivering
}
