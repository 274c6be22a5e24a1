/** Why a mail server refused a letter or sent it back. */
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

/** Whether nobody will ever read mail at the address. */
export const isDead = (cause: RefusalCause): boolean => DEAD.has(cause)

/** Whether the server blames who sends, how much, or what its rules say: an officer can do something about it. */
export const isPolicy = (cause: RefusalCause): boolean => POLICY.has(cause)

/** Whether the same letter may pass later, even after a reply that says it never will. */
export const maySoonPass = (cause: RefusalCause): boolean => PASSING.has(cause)
