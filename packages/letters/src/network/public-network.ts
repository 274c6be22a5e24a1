import { lookup } from 'node:dns/promises'
import { isPublicAddress } from '@wayproof/kernel/network/public-address'

/** Network access of a request to an outside server. Tests replace it; no setting does. */
export interface Network {
  /** All IP addresses of a host. Rejects if it has none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly mayConnect: (address: string) => boolean
  readonly mayUsePort: (port: number) => boolean
}

/** The public network: web ports and no private address. IPv4 first, because it is available everywhere. */
export const publicNetwork: Network = {
  resolve: (host) =>
    lookup(host, { all: true, order: 'ipv4first' }).then((addresses) => addresses.map(({ address }) => address)),
  mayConnect: isPublicAddress,
  mayUsePort: (port) => port === 80 || port === 443,
}
