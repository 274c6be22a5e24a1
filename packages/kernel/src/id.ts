/** A random id, a UUID (version 4) or a shorter one. It reveals neither order nor time. */
export type Id = string

export interface Ids {
  next(): Id
}

/** Unpredictable bytes from the system's random generator. */
export interface Tokens {
  bytes(length: number): Uint8Array
}

/** A random id of 8 characters (48 bits), for records that are few but referenced by many rows. */
export const shortId = (tokens: Tokens): Id => Buffer.from(tokens.bytes(6)).toString('base64url')

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
