import { addressRanges } from './address-ranges.ts'

/**
 * The network address of the caller, by which wrong guesses are counted; null if it does not distinguish callers.
 * `peer` is the address of the connection, `forwardedFor` the request's own claim.
 */
export type CallerAddress = (peer: string | undefined, forwardedFor: string | undefined) => string | null

const isAddress = addressRanges(['0.0.0.0/0', '::/0'])
const isLoopback = addressRanges(['127.0.0.0/8', '::1'])

/**
 * Only a listed proxy is believed, and only about the last address that is not a proxy's: others can forge
 * `X-Forwarded-For`. A connection from this machine is probably an unlisted proxy, which would make all callers share
 * one count.
 */
export function callerAddress(proxies: readonly string[]): CallerAddress {
  const isTrusted = addressRanges(proxies)
  return (peer, forwardedFor) => {
    if (peer === undefined) return null
    if (!isTrusted(peer)) return isLoopback(peer) ? null : network(peer)
    const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
    const last = hops.findLast((hop) => !isTrusted(hop)) ?? ''
    return isAddress(last) ? network(last) : null
  }
}

/** One household has 2^64 IPv6 addresses, so they count as one. */
function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [front = '', back] = address.toLowerCase().split('::')
  const groups = [front, back ?? ''].map((part) => part.split(':').filter(Boolean))
  const gap = back === undefined ? 0 : 8 - groups.flat().length
  const allGroups = [...(groups[0] ?? []), ...Array<string>(gap).fill('0'), ...(groups[1] ?? [])]
  return allGroups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
