import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection'
import type { ComposedMessage } from './compose-message.ts'

/** How to reach a mail server. Times are in milliseconds. */
export interface SmtpOptions extends Options {
  readonly auth?: { readonly user: string; readonly pass: string } | undefined
  /** Silence after which a server is given up. */
  readonly silence: number
  /** The longest a whole letter may take, however slowly the server talks on. */
  readonly deadline: number
}

/** One connection to the server, for one letter at a time. */
export interface SmtpSession {
  readonly usable: boolean
  /** The server's reply. Rejects with nodemailer's error; the session is then closed unless the server answered. */
  send(message: ComposedMessage): Promise<string>
  close(): void
}

export async function openSession(options: SmtpOptions): Promise<SmtpSession> {
  const { auth, silence, deadline, ...connectionOptions } = options
  const connection = new SMTPConnection({
    ...connectionOptions,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    dnsTimeout: silence,
  })
  let usable = true
  let fail: (error: Error) => void = () => undefined
  connection.on('error', (error: Error) => {
    usable = false
    fail(error)
  })
  connection.on('end', () => {
    usable = false
    // A step that the server has answered ends by its own callback, a moment later and with the reply.
    const failNow = fail
    setImmediate(() => failNow(new Error('the mail server closed the connection')))
  })
  // Every step ends: by its callback, by an error of the connection, or by the deadline, which closes it.
  const step = <T>(
    work: (done: (error: Error | null | undefined, result?: T) => void) => void,
  ): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(new Error(`the mail server took longer than ${deadline} ms`)), deadline)
      fail = (error) => {
        clearTimeout(timer)
        usable = false
        connection.close()
        reject(error)
      }
      work((error, result) => {
        clearTimeout(timer)
        fail = () => undefined
        if (error) reject(error)
        else resolve(result)
      })
    })
  await step<void>((done) => connection.connect((error) => done(error)))
  if (auth && connection.allowsAuth) await step<void>((done) => connection.login({ ...auth }, (error) => done(error)))
  return {
    get usable() {
      return usable
    },
    send: async ({ from, to, bytes }) => {
      const info = await step<{ response: string }>((done) => connection.send({ from, to: [to] }, bytes, done))
      return info?.response ?? ''
    },
    close: () => {
      usable = false
      connection.quit()
    },
  }
}
