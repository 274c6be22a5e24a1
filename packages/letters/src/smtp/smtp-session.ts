import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection'
import type { ComposedMessage } from '../message/compose-message.ts'
import type { LetterTime } from './letter-time.ts'
import { smtpReplies } from './smtp-replies.ts'
import { beginTransaction, type SmtpTransaction } from './smtp-transaction.ts'
import type { MayGo } from './transport.ts'

/** How to reach a mail server. Times are in milliseconds. */
export interface SmtpOptions extends Options {
  readonly auth?: { readonly user: string; readonly pass: string } | undefined
  /** Silence after which the connection fails. */
  readonly silence: number
}

/** One connection to the server, for one letter at a time. */
export interface SmtpSession {
  readonly usable: boolean
  /**
   * Returns the server's reply; null if the letter may no longer be sent, which is checked after each wait: for a new
   * connection, or for an answer to each command. Rejects with an SmtpFault; the session is then unusable.
   */
  send(message: ComposedMessage, time: LetterTime, mayGo: MayGo): Promise<string | null>
  close(): void
}

/** Opens a connection within the time of a letter. Rejects with an SmtpFault. */
export async function openSession(options: SmtpOptions, opening: LetterTime): Promise<SmtpSession> {
  const { auth, silence, ...connectionOptions } = options
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
  // Every step ends: by its callback, by an error of the connection, or with the letter's time, which closes it.
  const step = <T>(
    time: LetterTime,
    work: (done: (error: Error | null | undefined, result?: T) => void) => void,
  ): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      let isEnded = false
      const end = () => {
        if (isEnded) return
        isEnded = true
        fail = () => undefined
        time.watch(null)
      }
      fail = (error) => {
        end()
        usable = false
        connection.close()
        reject(error)
      }
      time.watch(fail)
      if (isEnded) return
      work((error, result) => {
        end()
        if (error) reject(error)
        else resolve(result)
      })
    })
  await step<void>(opening, (done) => connection.connect((error) => done(error)))
  const pipelining = /^250[ -]PIPELINING\b/im.test(connection.lastServerResponse || '')
  if (auth && connection.allowsAuth)
    await step<void>(opening, (done) => connection.login({ ...auth }, (error) => done(error)))

  // The library greets, encrypts, signs in, and reports the end of the connection. We send letters ourselves, because it
  // would pass each byte through two streams.
  const socket = connection._socket
  if (!usable || !socket) throw new Error('the mail server closed the connection')
  let current: SmtpTransaction | null = null
  let isNew = true
  const replies = smtpReplies()
  socket.removeAllListeners('data').on('data', (bytes: Buffer) => {
    if (!usable) return
    try {
      for (const reply of replies(bytes)) {
        // An unsolicited reply closes the session.
        if (current === null) usable = false
        else current.take(reply)
      }
    } catch (error) {
      fail(error as Error)
    }
  })
  return {
    get usable() {
      return usable
    },
    send: async (message, time, mayGo) => {
      const isOpened = isNew
      isNew = false
      if (isOpened && pipelining && !(await mayGo())) return null
      const reply = await step<string | null>(time, (done) => {
        current = beginTransaction(socket, message, pipelining, mayGo, (fault, answer) => {
          current = null
          if (fault || answer === null) usable = false
          done(fault, answer)
        })
      })
      return reply ?? null
    },
    close: () => {
      // Within a letter QUIT would become part of its text.
      if (usable) socket.write('QUIT\r\n')
      usable = false
      connection.close()
    },
  }
}
