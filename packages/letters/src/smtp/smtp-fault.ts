import { blamed, maySoonPass } from '@wayproof/journal/outbox/refusal-cause'
import { readRefusal } from '../refusals/read-refusal.ts'
import { serverReply } from './server-reply.ts'
import type { SmtpResult } from './transport.ts'

/**
 * The step at which an attempt failed. Before the server has answered a command about the letter, the fault is not the
 * letter's.
 */
export type Stage = 'connect' | 'send'

/** The decisive fields of nodemailer's errors. */
export interface SmtpFault {
  readonly message: string
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
  readonly command?: string | undefined
}

/**
 * RFC 5321 4.2.1: 4yz may pass later, 5yz will not; but a full mailbox or a sending limit passes regardless of the
 * code, and a refusal of our relaying, authentication or reputation passes once we have repaired it. A refusal of the
 * sender (MAIL FROM) or of the session is not a fault of the letter.
 */
export function resultOf(stage: Stage, fault: SmtpFault): SmtpResult {
  const reply = serverReply(fault.response ?? fault.message)
  const aboutSession = fault.command !== 'RCPT TO' && fault.command !== 'DATA'
  if (stage === 'connect') return { outcome: 'unreachable', reply }
  if (fault.responseCode === undefined) return { outcome: 'deferred', reply }
  if (fault.responseCode === 421) return { outcome: 'deferred', reply }
  if (aboutSession) return { outcome: 'unreachable', reply }
  const cause = readRefusal(reply)?.cause ?? 'unclear'
  const passing = maySoonPass(cause) || blamed(cause) === 'sender'
  return { outcome: fault.responseCode >= 500 && !passing ? 'failed' : 'deferred', reply }
}
