import { fail, type Outcome, ok } from '@wayproof/kernel'
import { isPublicAddress } from './public-address.ts'

/** A page's address, taken apart. */
export interface PageTarget {
  readonly secure: boolean
  /** Name or number, without brackets. */
  readonly host: string
  readonly port: number
  readonly path: string
  /** As the Host header has it. */
  readonly authority: string
}

/** Why a text is no address of a page: no web address, or one that tells a name and password to whoever reads it. */
export type TargetFault = { readonly code: 'no-web-address' | 'user-in-address' }

export function pageTarget(url: string): Outcome<PageTarget, TargetFault> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return fail('no-web-address')
  const { protocol, hostname, host, port, pathname, search, username, password } = new URL(url)
  if (username || password) return fail('user-in-address')
  const secure = protocol === 'https:'
  const number = port === '' ? (secure ? 443 : 80) : Number(port)
  const plain = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return ok({ secure, host: plain, port: number, path: pathname + search, authority: host })
}

/** Whether a host says by itself that it is this machine or a number, whatever a name server would answer. */
export function isInside(host: string): boolean {
  if (/^(.*\.)?localhost\.?$/.test(host)) return true
  const isNumber = host.includes(':') || /^[\d.]+$/.test(host)
  return isNumber && !isPublicAddress(host)
}
