import { isDead, type RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import { type CauseWords, causeWords } from './cause-words.ts'
import { bareWords } from './server-words.ts'

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

/** Codes in a server's reply. */
interface ReplyCodes {
  /** Enhanced status code (RFC 3463). */
  readonly status: string | null
  /** First digit of the reply code: 4 or 5. */
  readonly reply: string | null
}

const STATUS = String.raw`([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)`
/** A reply code as servers quote it, and the enhanced code that belongs to it: `550 5.1.1`, `550-5.1.1`, `550 (#5.1.1)`. */
const WITH_REPLY = new RegExp(String.raw`(?<![\d.,:])([45])[0-5]\d[ \-]{1,3}[("'#\[]{0,2}${STATUS}`)
/** An enhanced code in a place where only servers write one: at the start, after its name, or marked as one. */
const MARKED = new RegExp(String.raw`(?:^\s{0,8}|\bstatus(?: code)?[ :=]{1,3}|[#(\[]#?\s?)${STATUS}`, 'i')
const REPLY = /(?:^|[:;：\n'"]|\bsaid:?|\berror:?|\bcode:?|<<<)[^\S\n]{0,8}([45])[0-5]\d(?=[ \-\n]|$)/i

/** Finds the codes in a server's own words. Other numbers, such as versions and IP addresses, are ignored. */
function replyCodes(words: string): ReplyCodes {
  const match = WITH_REPLY.exec(words)
  if (match) return { reply: match[1] ?? null, status: match[2] ?? null }
  return { status: MARKED.exec(words)?.[1] ?? null, reply: REPLY.exec(words)?.[1] ?? null }
}

/** Enhanced status codes (RFC 3463 and the IANA registry) without their class whose subject and detail decide. */
const BY_DETAIL: Readonly<Record<string, RefusalCause>> = {
  '1.0': 'no-mailbox',
  '1.1': 'no-mailbox',
  '1.2': 'no-domain',
  '1.3': 'no-mailbox',
  '1.6': 'no-mailbox',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.9': 'message',
  '1.10': 'no-mailbox',
  '2.1': 'mailbox-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'message',
  '3.4': 'message',
  '4.4': 'no-domain',
  '4.6': 'network',
  '4.7': 'network',
}

/** Codes whose subject alone decides. */
const BY_SUBJECT: Readonly<Record<string, RefusalCause>> = { '6': 'message', '7': 'policy' }

/** Maps an enhanced status code `c.s.d` to a cause; `unclear` if it only reports a failure. */
export function statusCause(status: string): RefusalCause {
  const [, subject = '', detail = ''] = status.split('.')
  return BY_DETAIL[`${Number(subject)}.${Number(detail)}`] ?? BY_SUBJECT[String(Number(subject))] ?? 'unclear'
}
