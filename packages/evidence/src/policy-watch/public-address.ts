/** Non-public IPv4 ranges (IANA special-purpose registry, RFC 6890 and later). */
const CLOSED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`)

const numberOf = (address: string): number =>
  address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0)

/** Returns true if an IP address is public, and false for anything that is no plain IP address. */
export function isPublicAddress(address: string): boolean {
  if (!IPV4.test(address)) return isGlobalUnicast(address)
  const number = numberOf(address)
  return CLOSED.every(([network, prefix]) => {
    const size = 2 ** (32 - prefix)
    return Math.floor(number / size) !== Math.floor(numberOf(network) / size)
  })
}

/** Only 2000::/3 of IPv6 is public, without embedded IPv4 addresses, tunnels, test and documentation ranges. */
function isGlobalUnicast(address: string): boolean {
  const url = `http://[${address}]/`
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return false
  // Canonical form (RFC 5952). A gap right after the first group makes the second group zero.
  const [first = 0, second = 0] = new URL(url).hostname
    .slice(1, -1)
    .split(':')
    .map((group) => Number.parseInt(group || '0', 16))
  if (first < 0x2000 || first > 0x3fff) return false
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000)
}
