import type { macWriter } from '@wayproof/kernel/secrets/keyring'

/** Stored for every provider of mailboxes for everybody. */
const PUBLIC_DOMAIN = Uint8Array.of(0)

/** Enough to tell domains apart. */
const DOMAIN_BYTES = 8
/** Domains whose stored form is remembered. */
const KNOWN_DOMAINS = 10_000

/**
 * Returns the stored form of the domain of an address: a keyed hash, which no address has, because `@` begins it. `lookUp`
 * writes the hash of a text.
 */
export function mailDomains(lookUp: ReturnType<typeof macWriter>): (address: string) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  const hash = Buffer.alloc(32)
  return (address) => {
    const domain = mailDomain(address)
    const stored = known.get(domain)
    if (stored) return stored
    if (known.size === KNOWN_DOMAINS) known.clear()
    if (isPublicMailDomain(domain)) return remember(domain, PUBLIC_DOMAIN)
    lookUp(`@${domain}`, hash)
    return remember(domain, Uint8Array.from(hash.subarray(0, DOMAIN_BYTES)))
  }

  function remember(domain: string, stored: Uint8Array): Uint8Array {
    known.set(domain, stored)
    return stored
  }
}

/** Providers of mailboxes for everybody: many travelers of one of these domains have nothing in common. */
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set([
  ...['qq.com', 'vip.qq.com', 'foxmail.com', '163.com', 'vip.163.com', '126.com', 'yeah.net', '188.com', '139.com'],
  ...['189.cn', 'wo.cn', 'sina.com', 'sina.cn', 'vip.sina.com', 'sohu.com', 'tom.com', '21cn.com', 'aliyun.com'],
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com', 'pm.me', 'fastmail.com', 'zoho.com'],
  ...['gmx.com', 'gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de', 'mail.com'],
  ...['orange.fr', 'free.fr', 'laposte.net', 'wanadoo.fr', 'libero.it', 'virgilio.it', 'wp.pl', 'o2.pl', 'seznam.cz'],
  ...['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'yandex.ru', 'yandex.com', 'ya.ru', 'rambler.ru', 'ukr.net'],
  ...['naver.com', 'daum.net', 'hanmail.net', 'kakao.com', 'docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp'],
  ...['rediffmail.com', 'hey.com', 'tutanota.com', 'tuta.com', 'bigpond.com', 'btinternet.com', 'comcast.net'],
])

/** The same providers in one country: `yahoo.co.jp`, `hotmail.fr`. */
const PUBLIC_IN_A_COUNTRY = /^(?:yahoo|hotmail|live|outlook)\.(?:co\.|com\.)?[a-z]{2}$/

/** The domain of an address, as normalized by `parseEmail`. */
export const mailDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

export const isPublicMailDomain = (domain: string): boolean =>
  PUBLIC_DOMAINS.has(domain) || PUBLIC_IN_A_COUNTRY.test(domain)
