import type { Socket } from 'node:net'
import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection'
import { type ComposedMessage, wholeMessage } from '../message/compose-message.ts'
import type { LetterTime } from './letter-time.ts'
import type { SmtpFault } from './smtp-fault.ts'
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

/** One letter on an open session. */
interface SmtpTransaction {
  /** Takes the server's next reply; the last one ends the transaction by `done`. */
  take(reply: SmtpReply): void
}

/** The last reply; null if the letter was withdrawn. */
type Done = (fault: (Error & SmtpFault) | null, reply: string | null) => void

/**
 * Begins to send a message whose addresses are bare ASCII and whose lines end with CRLF. With `pipelining` (RFC 2920) the
 * commands go in one write and the server answers them one by one; without it, `mayGo` is called before the last of them.
 * After a refusal or a withdrawn letter the session is unusable, because the server may still wait for the message.
 */
function beginTransaction(
  socket: Pick<Socket, 'write'>,
  message: ComposedMessage,
  pipelining: boolean,
  mayGo: MayGo,
  done: Done,
): SmtpTransaction {
  const commands = [
    { name: 'MAIL FROM', line: `MAIL FROM:<${message.from}>\r\n`, wanted: 2 },
    { name: 'RCPT TO', line: `RCPT TO:<${message.to}>\r\n`, wanted: 2 },
    { name: 'DATA', line: 'DATA\r\n', wanted: 3 },
  ]
  let at = 0
  const next = async () => {
    const line = commands[at]?.line ?? ''
    if (at < commands.length - 1 || (await mayGo())) socket.write(line)
    else done(null, null)
  }
  socket.write(pipelining ? commands.map(({ line }) => line).join('') : (commands[0]?.line ?? ''), 'latin1')
  return {
    take(reply) {
      const { name, wanted } = commands[at] ?? { name: 'DATA', wanted: 2 }
      if (Math.floor((reply.code ?? 0) / 100) !== wanted) return done(faultOf(name, reply), reply.text)
      at += 1
      if (at > commands.length) return done(null, reply.text)
      if (at === commands.length) socket.write(dotted(message), 'latin1')
      else if (!pipelining) next().catch((error) => done(error, null))
    },
  }
}

const faultOf = (command: string, { code, text }: SmtpReply): Error & SmtpFault =>
  Object.assign(new Error(`the mail server refused ${command}`), { command, responseCode: code, response: text })

/**
 * The message as it is sent (RFC 5321 4.5.2): an additional dot before each line that begins with one, and the end
 * mark.
 */
export function dotted({ head, body }: Pick<ComposedMessage, 'head' | 'body'>): string {
  const [above, below] = [dotsDoubled(head), dotsDoubled(body)]
  const end = body === '' || body.endsWith('\r\n') ? '' : '\r\n'
  // Joined once: each access would build it again.
  return `${wholeMessage({ head: above, body: below })}${end}.\r\n`
}

function dotsDoubled(lines: string): string {
  const inner = lines.includes('\r\n.') ? lines.replaceAll('\r\n.', '\r\n..') : lines
  return inner.startsWith('.') ? `.${inner}` : inner
}

/** A mail server's reply to one command. */
interface SmtpReply {
  /** Three digits; undefined if the line is no reply. */
  readonly code: number | undefined
  /** Its lines, joined by line ends. */
  readonly text: string
}

/** A longer reply ends the session. */
const LONGEST = 64 * 1024

/**
 * Splits a server's bytes into replies, wherever the chunks are cut. The returned function takes the next bytes and
 * returns the replies that they complete. Throws for a reply that does not end.
 */
export function smtpReplies(): (bytes: Buffer) => readonly SmtpReply[] {
  let rest = ''
  return (bytes) => {
    const lines = (rest + bytes.toString('latin1')).split('\n')
    const replies: SmtpReply[] = []
    let begun = 0
    for (let n = 0; n < lines.length - 1; n += 1) {
      if (/^\d{3}-/.test(lines[n] ?? '')) continue
      replies.push(replyOf(lines.slice(begun, n + 1)))
      begun = n + 1
    }
    rest = lines.slice(begun).join('\n')
    if (rest.length > LONGEST) throw new Error('the reply of the mail server does not end')
    return replies
  }
}

function replyOf(lines: readonly string[]): SmtpReply {
  const text = Buffer.from(lines.join('\n').replaceAll('\r', ''), 'latin1').toString()
  const code = /^[2-5]\d\d(?![^ \n])/.exec(lines.at(-1)?.trimEnd() ?? '')?.[0]
  return { code: code === undefined ? undefined : Number(code), text }
}
