import { addressRanges } from './address-ranges.ts'

const isIpv4 = addressRanges(['0.0.0.0/0'])
/** The only part of IPv6 that is assigned to public networks; it excludes IPv4 addresses in IPv6 notation. */
const isGlobalUnicast = addressRanges(['2000::/3'])

/** Non-public ranges (IANA special-purpose registries, RFC 6890 and later), with the tunnels that embed IPv4 addresses. */
const isSpecial = addressRanges([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/3', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
])

/** Returns true if an IP address is public, and false for anything that is no plain IP address. */
export const isPublicAddress = (address: string): boolean =>
  (address.includes(':') ? isGlobalUnicast(address) : isIpv4(address)) && !isSpecial(address)
