import { BlockList, isIP } from 'node:net'

/** IPv4 that is not the public network (IANA special-purpose registry, RFC 6890 and later). */
const closed = new BlockList()
for (const [network, prefix] of [
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
] as const)
  closed.addSubnet(network, prefix, 'ipv4')

/** Of IPv6 only global unicast is public, without what holds an IPv4 address, tunnels, tests and documentation. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
const closedGlobal = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedGlobal.addSubnet(network, prefix, 'ipv6')

/** Whether a numeric address lies in the public network. False for anything that is no plain IP address. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && global.check(address, 'ipv6') && !closedGlobal.check(address, 'ipv6')
}
