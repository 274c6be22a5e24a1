/** An address of a person, also in the percent encoding of a URL. */
const EMAIL = /[\w.!#$&'*+/=?^`{|}~-]{1,64}(?:@|%40)[\w-]+(?:\.[\w-]+)+/g

/** The credentials of a URL. */
const CREDENTIALS = /(?<=\/\/)[^/\s@]*:[^/\s]*@/g

/** A code to write down, in seven groups of four symbols (see `newSecretCode`). */
const SECRET_CODE = /\b[0-9A-Za-z]{4}(?:(?:[- +]|%20)[0-9A-Za-z]{4}){6}\b/g

/** Tokens of links, sessions and API keys, and codes without groups. */
const LONG_TOKEN = /[\w-]{28,}/g
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const MASK = '[redacted]'

/** Shorter ones would mask ordinary words. */
const SHORTEST_SECRET = 4

const isRandom = (text: string) => /\d/.test(text) && /[A-Za-z]/.test(text) && !UUID.test(text)
const unlessName = (text: string) => (isRandom(text) ? MASK : text)

/** Masks each of `secrets`, and every address, credential, code and token, in texts. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const secretForms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .toSorted((left, right) => right.length - left.length)
  return (text) =>
    secretForms
      .reduce((rest, secret) => rest.replaceAll(secret, MASK), text)
      .replace(CREDENTIALS, `${MASK}@`)
      .replace(EMAIL, MASK)
      .replace(SECRET_CODE, unlessName)
      .replace(LONG_TOKEN, unlessName)
}
