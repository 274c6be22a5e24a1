import type { Socket } from 'node:net'
import { type ComposedMessage, wholeMessage } from '../message/compose-message.ts'
import type { SmtpFault } from './smtp-fault.ts'
import type { SmtpReply } from './smtp-replies.ts'
import type { MayGo } from './transport.ts'

/** One letter on an open session. */
export interface SmtpTransaction {
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
export function beginTransaction(
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
