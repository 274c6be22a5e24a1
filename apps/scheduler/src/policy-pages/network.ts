import { lookup } from 'node:dns/promises'
import { isPublicAddress } from '@wayproof/kernel/public-address'

/** Network access of a fetch. Tests have their own; no setting changes this one. */
export interface Network {
  /** All numeric addresses of a host. Rejects when it has none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly mayConnect: (address: string) => boolean
  readonly mayUsePort: (port: number) => boolean
}

/** The public network: ports of the web and no address inside. IPv4 first: it is reached from everywhere. */
export const publicNetwork: Network = {
  resolve: async (host) => (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address),
  mayConnect: isPublicAddress,
  mayUsePort: (port) => port === 80 || port === 443,
}
