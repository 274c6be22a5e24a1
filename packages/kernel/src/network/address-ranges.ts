import { BlockList, isIP, isIPv6 } from 'node:net'

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/**
 * Tells whether an IP address lies in one of the ranges, such as `10.0.0.0/8` or `::1`. Text that is no plain IP address
 * lies in none; an IPv4 range also contains its addresses in IPv6 notation (`::ffff:10.0.0.1`).
 */
export function addressRanges(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return (address) => isIP(address) !== 0 && !address.includes('%') && list.check(address, familyOf(address))
}
