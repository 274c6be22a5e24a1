import { isDead, type RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import { type CauseWords, causeWords } from './cause-words.ts'
import { type ReplyCodes, replyCodes } from './reply-codes.ts'
import { bareWords } from './server-words.ts'
import { statusCause } from './status-cause.ts'

export interface Refusal {
  /** `hard`: the address does not exist. `soft`: it may still work. */
  readonly kind: 'hard' | 'soft'
  readonly cause: RefusalCause
}

/**
 * Reads a server's answer; `status` is the report's own code, if it has one. Words that blame the sender, the letter or
 * the moment override any code; words that name a dead address override less specific codes; without known words the
 * code decides. Null if nothing reports a failure.
 */
export function readRefusal(words: string, status: string | null = null): Refusal | null {
  const wordCodes = replyCodes(words)
  const codes: ReplyCodes = { reply: wordCodes.reply, status: wordCodes.status ?? status }
  const wording = causeWords(bareWords(words))
  const classOf = (code: string | null) => code?.slice(0, 1) ?? null
  const classes = [wordCodes.reply, classOf(codes.status)].filter((digit) => digit !== null)
  if (classes[0] === '2') return null
  if (classes.length === 0 && wording === null) return null
  const cause = causeOf(wording, codes.status, status)
  return { cause, kind: isDead(cause) && !classes.includes('4') ? 'hard' : 'soft' }
}

function causeOf(wording: CauseWords | null, code: string | null, reported: string | null): RefusalCause {
  // `5.0.0` only says that it failed; the report's own code may say more.
  const own = code ? statusCause(code) : 'unclear'
  const byCode = own === 'unclear' && reported ? statusCause(reported) : own
  if (wording === null || wording.cause === 'unclear') return byCode
  if (!isDead(wording.cause)) return wording.cause
  if (byCode === 'sender' || byCode === 'mailbox-full' || byCode === 'message') return byCode
  return wording.sure || byCode === 'unclear' || isDead(byCode) ? wording.cause : byCode
}
