import { type TOTP, URI } from 'otpauth'

/** What an authenticator app shows. */
export const codeOf = (uri: string): string => (URI.parse(uri) as TOTP).generate()
