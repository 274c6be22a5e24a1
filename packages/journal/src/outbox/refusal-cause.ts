/** Causes for which a mail server refuses a letter or sends it back. */
export const REFUSAL_CAUSES = [
  'no-mailbox',
  'no-domain',
  'mailbox-disabled',
  'mailbox-suspended',
  'mailbox-full',
  'rate-limited',
  'sender',
  'policy',
  'message',
  'network',
  'unclear',
] as const
export type RefusalCause = (typeof REFUSAL_CAUSES)[number]

const DEAD: ReadonlySet<RefusalCause> = new Set(['no-mailbox', 'no-domain', 'mailbox-disabled'])
const POLICY: ReadonlySet<RefusalCause> = new Set(['policy', 'sender', 'rate-limited'])
const PASSING: ReadonlySet<RefusalCause> = new Set(['mailbox-full', 'rate-limited', 'network'])

/** Whom a refusal blames: the address or the letter, us as its sender, or a server that is away. */
export type Blamed = 'address' | 'sender' | 'server'

export const blamed = (cause: RefusalCause): Blamed => {
  if (cause === 'policy' || cause === 'sender') return 'sender'
  return cause === 'network' || cause === 'rate-limited' ? 'server' : 'address'
}

/** Returns true if no one will ever read mail at the address. */
export const isDead = (cause: RefusalCause): boolean => DEAD.has(cause)

/** Returns true if the server blames the sender, the amount of mail or its policy, so that an officer can act. */
export const isPolicy = (cause: RefusalCause): boolean => POLICY.has(cause)

/** Returns true if the same letter may be accepted later, even after a permanent refusal. */
export const maySoonPass = (cause: RefusalCause): boolean => PASSING.has(cause)
