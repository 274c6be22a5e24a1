import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'

/** Bytes of one request. */
export const MAX_BODY = 4 * 1024 * 1024

/** Wrong keys from one network address. The right key always passes: no one can guess 256 bits. */
export const GUESSES: CallLimit = { calls: 30, milliseconds: 15 * 60_000 }

/** HTTP status for each reason of a refusal. */
export const STATUS = {
  'no-key': 401,
  'too-many-guesses': 429,
  'not-json': 415,
  'body-too-large': 413,
  'bad-json': 400,
  'bad-name': 400,
  'not-in-scope': 403,
  'address-unknown': 404,
  'wrong-method': 405,
  'register-unknown': 404,
  'bad-query': 400,
  'bad-period': 400,
  'no-rows': 400,
  'too-many-rows': 413,
  'asked-otherwise': 422,
  'bad-rows': 422,
  'still-running': 409,
  'sample-loaded': 409,
  'registers-changed': 409,
  'disk-full': 507,
} as const

export type ApiFaultCode = keyof typeof STATUS
