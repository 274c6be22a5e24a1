/**
 * The generations of the key that count for a purpose. `newest`: earlier ones are worthless. `all`: the newest makes or
 * encrypts, and each opens or verifies what it made. `first`: rotations change nothing.
 */
export type CountingGenerations = 'newest' | 'all' | 'first'

/**
 * Every purpose of a derived key, with the generations that count (docs/decisions/105). A token for one purpose is
 * worthless for another.
 */
export const PURPOSES = {
  // Links and codes that a person who knows an earlier key could forge. No wave is open when a generation is made.
  'survey-link': 'newest',
  'preview-link': 'newest',
  'draft-preview-link': 'newest',
  'user-invitation': 'newest',
  'password-reset': 'newest',
  receipt: 'newest',
  draft: 'newest',
  answer: 'newest',
  'try-limit': 'newest',
  'form-case': 'newest',
  'form-report': 'newest',
  'mailed-code': 'newest',
  'reminder-letter': 'newest',

  // Encrypted columns. `rotate-key` encrypts them again.
  address: 'all',
  'case-contact': 'all',
  'case-text': 'all',
  'report-contact': 'all',
  'report-text': 'all',
  // Cookies are signed with the newest; earlier ones only decrypt second factors.
  session: 'all',
  // In letters that were sent long ago: a person may always unsubscribe, and a server may report late.
  'unsubscribe-link': 'all',
  bounce: 'all',
  'generation-check': 'all',

  // Stored hashes of texts that are gone: unsubscribed addresses, barred accounts, and codes and keys whose own random
  // bits nobody can guess.
  'address-look-up': 'first',
  'case-code': 'first',
  'report-code': 'first',
  'api-key': 'first',
  // Prove which installation a database, a backup or a journal belongs to, also beside a key file without later
  // generations.
  'key-check': 'first',
  backup: 'first',
  journal: 'first',
} as const satisfies Readonly<Record<string, CountingGenerations>>

export type Purpose = keyof typeof PURPOSES
