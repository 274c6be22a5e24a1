import type { CallLimit } from '@wayproof/store'

/** Bytes of one request. */
export const MAX_BODY = 4 * 1024 * 1024

/** Guesses from one address of the network. The right key is let through all the same: 256 bits are not guessed. */
export const GUESSES: CallLimit = { calls: 30, milliseconds: 15 * 60_000 }

/** Why a request is refused, and what that is in HTTP. */
export const STATUS = {
  'no-key': 401,
  'too-many-guesses': 429,
  'not-json': 415,
  'body-too-large': 413,
  'bad-json': 400,
  'bad-name': 400,
  'not-in-scope': 403,
  'register-unknown': 404,
  'bad-query': 400,
  'no-rows': 400,
  'too-many-rows': 413,
  'asked-otherwise': 422,
  'bad-rows': 422,
  'still-running': 409,
  'registers-changed': 409,
  'disk-full': 507,
} as const

export type ApiFaultCode = keyof typeof STATUS
