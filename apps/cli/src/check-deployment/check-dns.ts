import { createPublicKey } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from '@wayproof/kernel/network/public-address'
import { isShortDkimKey } from '@wayproof/letters/dkim/dkim-signer'
import type { CheckConfig } from './check-config.ts'
import { type CheckList, type CheckResult, failed, PASSED, unchecked, worstOf } from './check-list.ts'

/** The answers of a DNS resolver; a name without such a record has none. */
export interface Dns {
  texts(name: string): Promise<readonly string[]>
  mailExchangers(domain: string): Promise<readonly string[]>
  addresses(host: string): Promise<readonly string[]>
  names(address: string): Promise<readonly string[]>
}

/** The resolver gave no answer. */
class ResolverSilent extends Error {}

function dnsOf(server: string): Dns {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  resolver.setServers([server])
  const answer = async <T>(query: Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await query
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'ENODATA' || code === 'ENOTFOUND') return []
      throw new ResolverSilent(code)
    }
  }
  return {
    texts: async (name) => (await answer(resolver.resolveTxt(name))).map((parts) => parts.join('')),
    mailExchangers: async (domain) => (await answer(resolver.resolveMx(domain))).map(({ exchange }) => exchange),
    addresses: async (host) =>
      (await Promise.all([answer(resolver.resolve4(host)), answer(resolver.resolve6(host))])).flat(),
    names: (address) => answer(resolver.reverse(address)),
  }
}

export interface MailNames {
  /** The domain of the address in From. */
  readonly sender: string
  /** The domain that bounces go to. */
  readonly bounces: string
  /** Host of the mail server; null if letters go to a folder. */
  readonly mailServer: string | null
}

/** The records that receivers of letters look up. */
export async function checkDns(
  list: CheckList,
  { resolver, dkim }: Pick<CheckConfig, 'resolver' | 'dkim'>,
  names: MailNames,
): Promise<void> {
  const dns = resolver === null ? null : dnsOf(resolver)
  const look = (work: (dns: Dns) => Promise<CheckResult>) => async (): Promise<CheckResult> => {
    if (!dns) return unchecked('no-resolver')
    try {
      return await work(dns)
    } catch (error) {
      if (error instanceof ResolverSilent) return failed('resolver-silent', error.message)
      throw error
    }
  }
  const domains = [...new Set([names.sender, names.bounces])]
  await list.take(
    'spf',
    look(async ({ texts }) =>
      worstOf(await Promise.all(domains.map(async (domain) => judgeSpf(domain, await texts(domain))))),
    ),
  )
  await list.take(
    'dmarc',
    look((dnsClient) => checkDmarc(dnsClient, names.sender)),
  )
  await list.take('dkim', dkim ? look((dnsClient) => checkDkim(dnsClient, dkim)) : async () => unchecked('no-dkim'))
  await list.take(
    'bounce-domain',
    look((dnsClient) => checkBounceDomain(dnsClient, names.bounces)),
  )
  const { mailServer } = names
  await list.take(
    'reverse-name',
    mailServer === null
      ? async () => unchecked('folder')
      : look((dnsClient) => checkReverseName(dnsClient, mailServer)),
  )
}

function judgeSpf(domain: string, texts: readonly string[]): CheckResult {
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text))
  if (records.length === 0) return failed('no-spf', domain)
  if (records.length > 1) return failed('several-spf', domain)
  return / \+?all( |$)/i.test(records[0] ?? '') ? failed('open-spf', domain) : PASSED
}

/** A record of the domain, or of a domain above it (RFC 7489, 6.6.3). */
async function checkDmarc({ texts }: Dns, domain: string): Promise<CheckResult> {
  const labels = domain.split('.')
  for (let above = 0; above <= Math.max(0, labels.length - 2); above += 1) {
    const records = (await texts(`_dmarc.${labels.slice(above).join('.')}`)).filter((text) => /^v=DMARC1/.test(text))
    if (records.length === 1 && /;\s*p=(none|quarantine|reject)\b/i.test(records[0] ?? '')) return PASSED
    if (records.length > 0) break
  }
  return failed('no-dmarc', domain)
}

async function checkDkim({ texts }: Dns, { name, privateKey }: NonNullable<CheckConfig['dkim']>): Promise<CheckResult> {
  const records = await texts(name)
  if (records.length === 0) return failed('no-dkim-record', name)
  if (!records.some((record) => fitsDkimKey(record, privateKey))) return failed('other-dkim-key', name)
  return isShortDkimKey(privateKey) ? failed('short-dkim-key', name) : PASSED
}

/** A domain without MX receives at its own address (RFC 5321, 5.1); an empty one receives nothing (RFC 7505). */
async function checkBounceDomain({ mailExchangers, addresses }: Dns, domain: string): Promise<CheckResult> {
  const exchangers = await mailExchangers(domain)
  const hosts = exchangers.length === 0 ? [domain] : exchangers.filter((host) => host !== '')
  const hostAddresses = await Promise.all(hosts.map(addresses))
  return hostAddresses.flat().length > 0 ? PASSED : failed('no-mail-exchanger', domain)
}

async function checkReverseName(dns: Dns, host: string): Promise<CheckResult> {
  const addresses = isIP(host) === 0 ? await dns.addresses(host) : [host]
  if (addresses.length === 0) return unchecked('private-address', host)
  return worstOf(await Promise.all(addresses.map((address) => checkAddress(dns, address))))
}

async function checkAddress({ names, addresses }: Dns, address: string): Promise<CheckResult> {
  if (!isPublicAddress(address)) return unchecked('private-address', address)
  const forward = await Promise.all((await names(address)).map(addresses))
  return forward.flat().includes(address) ? PASSED : failed('no-reverse-name', address)
}

/** Returns true if the text of a DKIM record has the public key of a private key (RFC 6376, 3.6.1). */
function fitsDkimKey(record: string, privateKey: string): boolean {
  const tags = new Map(
    record.split(';').map((tag) => {
      const at = tag.indexOf('=')
      return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s/g, '')] as const
    }),
  )
  return tags.get('p') === createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
}
