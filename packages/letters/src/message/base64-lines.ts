/** In lines of 76 characters that end with CRLF, without one at the end (RFC 2045). */
export const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{76}(?=.)/g, '$&\r\n')
