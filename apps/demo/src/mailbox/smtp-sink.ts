import { SMTPServer } from 'smtp-server'
import { type Mail, readMail } from './mail.ts'

export interface SmtpSink {
  readonly port: number
  /** In the order of arrival. */
  readonly mails: readonly Mail[]
  close(): Promise<void>
}

/** A real SMTP server on loopback that keeps every letter in memory and delivers none. Port 0 takes any free one. */
export async function openSmtpSink(port = 0): Promise<SmtpSink> {
  const mails: Mail[] = []
  let accepted = 0
  const server = new SMTPServer({
    // Its built-in certificate has expired, and there is nobody to sign in.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        const raw = Buffer.concat(chunks)
        Promise.all(recipients.map((to) => readMail(++accepted, to, raw))).then(
          (read) => {
            mails.push(...read)
            done()
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
