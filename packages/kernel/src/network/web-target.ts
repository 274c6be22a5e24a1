import { fail, type Outcome, ok } from '../outcome.ts'

/** A parsed web address. */
export interface WebTarget {
  readonly secure: boolean
  /** Host name or IP address, without brackets. */
  readonly host: string
  readonly port: number
  readonly path: string
  /** Value of the Host header. */
  readonly authority: string
}

/** Reasons to refuse an address: not a web address, or it contains a user name and password. */
export type TargetFault = { readonly code: 'no-web-address' | 'user-in-address' }

export function webTarget(url: string): Outcome<WebTarget, TargetFault> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return fail('no-web-address')
  const { protocol, hostname, host, port, pathname, search, username, password } = new URL(url)
  if (username || password) return fail('user-in-address')
  const secure = protocol === 'https:'
  const number = port === '' ? (secure ? 443 : 80) : Number(port)
  const plain = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return ok({ secure, host: plain, port: number, path: pathname + search, authority: host })
}

/** Returns true if a host is this machine or a non-public IP address by its text alone, without asking a name server. */
export function isInside(host: string, isPublicAddress: (address: string) => boolean): boolean {
  if (/^(.*\.)?localhost\.?$/.test(host)) return true
  const isNumber = host.includes(':') || /^[\d.]+$/.test(host)
  return isNumber && !isPublicAddress(host)
}
