import { type TOTP, URI } from 'otpauth'

/** The code that an authenticator app shows, or showed or will show `steps` of 30 seconds from now. */
export const codeOf = (uri: string, steps = 0): string =>
  (URI.parse(uri) as TOTP).generate({ timestamp: Date.now() + 30_000 * steps })
