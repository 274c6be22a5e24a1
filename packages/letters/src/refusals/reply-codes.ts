/** Codes in a server's reply. */
export interface ReplyCodes {
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
export function replyCodes(words: string): ReplyCodes {
  const match = WITH_REPLY.exec(words)
  if (match) return { reply: match[1] ?? null, status: match[2] ?? null }
  return { status: MARKED.exec(words)?.[1] ?? null, reply: REPLY.exec(words)?.[1] ?? null }
}
