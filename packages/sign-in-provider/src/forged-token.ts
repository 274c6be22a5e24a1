import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  generateKeyPair,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose'

/** The one fault of a forged ID token. */
export type Forgery = 'key' | 'audience' | 'issuer' | 'nonce'

/** The ID token with `more` claims and, where asked for, one thing wrong; all but `key` are signed by the provider's own key. */
export async function signedAgain(
  token: string,
  { forgery, more, ownKey }: { forgery: Forgery | null; more: object; ownKey: CryptoKey },
): Promise<string> {
  const claims = { ...decodeJwt(token), ...more }
  if (forgery === 'audience') claims.aud = 'somebody-else'
  if (forgery === 'issuer') claims.iss = 'https://elsewhere.example'
  if (forgery === 'nonce') claims.nonce = 'of-another-sign-in'
  const key = forgery === 'key' ? (await generateKeyPair('RS256')).privateKey : ownKey
  return new SignJWT(claims).setProtectedHeader(decodeProtectedHeader(token) as JWTHeaderParameters).sign(key)
}
