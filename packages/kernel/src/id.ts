/** Random, a UUID (version 4) or a shorter one: it tells neither order nor time. */
export type Id = string

export interface Ids {
  next(): Id
}

/** Unguessable bytes from the system's generator. */
export interface Tokens {
  bytes(length: number): Uint8Array
}

/** A random id of eight characters (48 bits), for what there are few of and each of many rows names. */
export const shortId = (tokens: Tokens): Id => Buffer.from(tokens.bytes(6)).toString('base64url')

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
