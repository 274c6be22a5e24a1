/** The HSTS header of an app, if its public addresses are https. */
export const hsts = (addresses: readonly string[]): Readonly<Record<string, string>> =>
  addresses.length > 0 && addresses.every((address) => address.startsWith('https:'))
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}
