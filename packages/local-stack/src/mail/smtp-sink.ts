import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type Mail, readMail } from './mail.ts'

/**
 * The mail server's response to a letter: accept it, defer it (451), end the connection (421), or accept it and drop
 * the connection without a reply.
 */
export type SinkReply = 'accept' | 'defer' | 'disconnect' | 'drop'

export interface SmtpSink {
  readonly port: number
  /** In the order of arrival. */
  readonly mails: readonly Mail[]
  /** Numbers of the mails that were accepted without a reply to the sender. */
  readonly untold: ReadonlySet<number>
  /** Resolves when the next letter has arrived, or `signal` is aborted. */
  nextMail(signal: AbortSignal): Promise<void>
  /** Puts the letters of a sink that this one continues before its own. */
  addEarlier(earlier: readonly Mail[]): void
  close(): Promise<void>
}

const REFUSALS = {
  defer: Object.assign(new Error('try again later'), { responseCode: 451 }),
  disconnect: Object.assign(new Error('closing the channel'), { responseCode: 421 }),
}

/**
 * A real SMTP server on loopback that keeps every letter in memory and delivers none. Port 0 takes any free one.
 * `reply` is called for each letter.
 */
export async function openSmtpSink(port = 0, reply: () => SinkReply = () => 'accept'): Promise<SmtpSink> {
  const mails: Mail[] = []
  const untold = new Set<number>()
  const toDrop = new WeakSet<SMTPServerSession>()
  const arrivals = new EventTarget()
  let accepted = 0
  const server = new SMTPServer({
    // Its built-in certificate has expired, and there is no one to sign in.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, session, done) {
      const does = reply()
      if (does === 'drop') toDrop.add(session)
      if (does === 'defer' || does === 'disconnect') done(REFUSALS[does])
      else done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        const raw = Buffer.concat(chunks)
        Promise.all(recipients.map((to) => readMail(++accepted, to, raw))).then(
          (read) => {
            mails.push(...read)
            arrivals.dispatchEvent(new Event('mail'))
            if (!toDrop.has(session)) return done()
            for (const { number } of read) untold.add(number)
            for (const { id, _socket } of server.connections) if (id === session.id) _socket.destroy()
          },
          (error: Error) => done(error),
        )
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  server.on('error', () => {})
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    mails,
    untold,
    nextMail: (signal) =>
      new Promise((resolve) => {
        arrivals.addEventListener('mail', () => resolve(), { once: true, signal })
        signal.addEventListener('abort', () => resolve(), { once: true })
      }),
    addEarlier: (earlier) => {
      mails.unshift(...earlier)
      accepted += earlier.length
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
