import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { ComposedMessage } from '../message/compose-message.ts'
import { type LetterTime, letterTime } from './letter-time.ts'
import { serverReply } from './server-reply.ts'
import { resultOf, type SmtpFault } from './smtp-fault.ts'
import { openSession, type SmtpOptions, type SmtpSession } from './smtp-session.ts'
import type { MayGo, SmtpResult, Transport } from './transport.ts'

/** RFC 5321 4.5.3.2 allows minutes, which is too long for thousands of letters. */
const SILENCE_MS = 30_000
const DEADLINE_MS = 45_000

/** Times in milliseconds. */
export interface SmtpChoices {
  readonly silence?: number
  /** The longest time for a whole letter, including the connection. */
  readonly deadline?: number
}

/**
 * Delivers over SMTP (`smtp://user:password@host:port`, `smtps://`), keeping connections open between letters. With a
 * password only over TLS, unless the address ends in `?requireTLS=false`.
 */
export function smtpTransport(
  url: string,
  { silence = SILENCE_MS, deadline = DEADLINE_MS }: SmtpChoices = {},
): Transport {
  const { host = '127.0.0.1', port, secure, auth, tls, requireTLS } = parseConnectionUrl(url)
  const options: SmtpOptions = {
    host,
    port,
    secure,
    auth,
    tls,
    // An attacker in the middle could remove the offer of encryption and would then receive the password.
    requireTLS: requireTLS === undefined ? auth !== undefined : String(requireTLS) === 'true',
    silence,
  }
  const idle: SmtpSession[] = []
  let isClosed = false

  async function session(time: LetterTime): Promise<SmtpSession> {
    for (let smtpSession = idle.pop(); smtpSession; smtpSession = idle.pop()) {
      if (smtpSession.usable) return smtpSession
      smtpSession.close()
    }
    return openSession(options, time)
  }

  function putBack(smtpSession: SmtpSession): void {
    if (isClosed || !smtpSession.usable) smtpSession.close()
    else idle.push(smtpSession)
  }

  async function attempt(message: ComposedMessage, time: LetterTime, mayGo: MayGo): Promise<SmtpResult> {
    let open: SmtpSession
    try {
      open = await session(time)
    } catch (error) {
      return resultOf('connect', error as SmtpFault)
    }
    try {
      const reply = await open.send(message, time, mayGo)
      putBack(open)
      return reply === null ? { outcome: 'withdrawn', reply: '' } : { outcome: 'sent', reply: serverReply(reply) }
    } catch (error) {
      // A refusal leaves the transaction in an unknown state, so the next letter gets a new connection.
      open.close()
      return resultOf('send', error as SmtpFault)
    }
  }

  return {
    kind: 'smtp',
    place: `${host}:${port ?? (secure ? 465 : 587)}`,
    async send(message, within = deadline, mayGo = () => Promise.resolve(true)) {
      const time = letterTime(Math.min(within, deadline))
      try {
        return await attempt(message, time, mayGo)
      } finally {
        time.end()
      }
    },
    async check() {
      const time = letterTime(deadline)
      try {
        const opened = await openSession(options, time)
        opened.close()
        return null
      } catch (error) {
        return resultOf('connect', error as SmtpFault).reply
      } finally {
        time.end()
      }
    },
    async close() {
      isClosed = true
      for (const smtpSession of idle.splice(0)) smtpSession.close()
    },
  }
}
