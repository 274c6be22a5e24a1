import type { Network } from './network.ts'

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

/** Null for what is no plain web address: another scheme, an unusual port, a name and password in it. */
export function pageTarget(url: string, { mayUsePort }: Pick<Network, 'mayUsePort'>): PageTarget | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, host, port, pathname, search, username, password } = new URL(url)
  if ((protocol !== 'http:' && protocol !== 'https:') || username || password || hostname === '') return null
  const secure = protocol === 'https:'
  const number = port === '' ? (secure ? 443 : 80) : Number(port)
  if (!mayUsePort(number)) return null
  const plain = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return { secure, host: plain, port: number, path: pathname + search, authority: host }
}
