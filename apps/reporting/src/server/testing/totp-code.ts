import { type TOTP, URI } from 'otpauth'

/** The code that an authenticator app shows. */
export const codeOf = (uri: string): string => (URI.parse(uri) as TOTP).generate()
