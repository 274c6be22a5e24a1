/** A random UUID (version 4): it tells neither order nor time. */
export type Id = string

export interface Ids {
  next(): Id
}

/** Unguessable bytes from the system's generator. */
export interface Tokens {
  bytes(length: number): Uint8Array
}

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
