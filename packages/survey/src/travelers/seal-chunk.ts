import { macWriter, sealer } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import type { AddressKeys } from './address-keys.ts'
import { STAGED } from './staged-tables.ts'
import { OWN_CELLS, TRAIT_CELLS, type TravelerChunk, unpackCells } from './traveler-chunk.ts'

const HASH_BYTES = 32

/** Buffers for the bytes of one row. */
interface Slot {
  readonly seal: ReturnType<typeof sealer>
  readonly hash: Buffer
}

/** Encrypts chunks, and records which customer numbers and addresses they contain. */
export interface Sealing {
  /** A slot for each row of a batch. */
  readonly slots: readonly Slot[]
  /** Writes the lookup hash of an address. */
  readonly lookUp: ReturnType<typeof macWriter>
  /** The stored form of the domain of an address. */
  readonly domainOf: (address: string) => Uint8Array
  readonly numbers: KeySet
  readonly addresses: KeySet
}

export function sealingUnder(keys: AddressKeys, atOnce: number): Sealing {
  const sealing = Buffer.from(keys.sealing, 'hex')
  return {
    slots: Array.from({ length: atOnce }, () => ({ seal: sealer(sealing), hash: Buffer.alloc(HASH_BYTES) })),
    lookUp: macWriter(Buffer.from(keys.lookUp, 'hex')),
    domainOf: mailDomains(macWriter(Buffer.from(keys.lookUp, 'hex'))),
    numbers: new KeySet(),
    addresses: new KeySet(),
  }
}

export type StagedCell = string | number | Uint8Array | null

const SPLIT_CELL = 'a cell contains the separator of cells'

/** The values of `STAGED` for one batch of rows after the other. The list is reused, so that no row leaves garbage. */
export function* sealedRows(
  chunk: TravelerChunk,
  { slots, lookUp, domainOf, numbers, addresses }: Sealing,
): Generator<readonly StagedCell[]> {
  const { rowNumbers, traits } = chunk
  const nonces = bufferOf(chunk.nonces)
  const values: StagedCell[] = Array(slots.length * STAGED.length).fill(null)
  let i = 0
  for (const cells of unpackCells(chunk.cells, OWN_CELLS)) {
    const slot = slots[i % slots.length]
    if (!slot) throw new Error('each row of a statement has a slot')
    const { seal, hash } = slot
    const text = (cell: number) => cells[cell] ?? ''
    const at = (i % slots.length) * STAGED.length
    lookUp(text(3), hash)
    numbers.addText(text(1))
    addresses.add(hash.readUInt32BE(0), hash.readUInt32BE(4))
    values[at] = rowNumbers[i] ?? 0
    values[at + 1] = text(0)
    values[at + 2] = text(1)
    values[at + 3] = seal(text(3), nonces, i * NONCE_BYTES)
    values[at + 4] = hash
    values[at + 5] = domainOf(text(3))
    values[at + 6] = text(2) || null
    values[at + 7] = traits[i] ?? 0
    i += 1
    if (i % slots.length === 0) yield values
  }
  if (i % slots.length > 0) yield values.slice(0, (i % slots.length) * STAGED.length)
  if (i !== rowNumbers.length) throw new Error(SPLIT_CELL)
}

/** The values of `TRAITS` for each new combination of the chunk. */
export function* traitRows({ traitNumbers, traitCells }: TravelerChunk): Generator<readonly StagedCell[]> {
  if (traitNumbers.length === 0) return
  let i = 0
  for (const [...texts] of unpackCells(traitCells, TRAIT_CELLS)) {
    const flags = Number(texts.pop())
    // From `locale` to `last_trip` each has a text; from `residence` to `basis_source` some have none.
    yield [traitNumbers[i] ?? 0, ...texts.map((text) => text || null), flags]
    i += 1
  }
  if (i !== traitNumbers.length) throw new Error(SPLIT_CELL)
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length)

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
function mailDomains(lookUp: ReturnType<typeof macWriter>): (address: string) => Uint8Array {
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

/** Each key has 64 bits, as two halves. */
const HALVES = 2
/** The first bits of a key select its part, so that few keys are sorted at once. */
const PART_BITS = 4
const KEY_BYTES = 8
/** A part grows by 8 KB. */
const GROWTH = 1 << 13
/** Address space of a part: enough for all rows of the largest file, if their keys have the same first bits. */
const MOST_BYTES = 1_000_000 * KEY_BYTES + GROWTH

interface Part {
  readonly buffer: ArrayBuffer
  /** Grows with `buffer`. */
  readonly halves: Uint32Array
  size: number
}

function emptyPart(): Part {
  const buffer = new ArrayBuffer(0, { maxByteLength: MOST_BYTES })
  return { buffer, halves: new Uint32Array(buffer), size: 0 }
}

/**
 * Detects whether any two of up to millions of keys may be equal, with eight bytes for each key. `false` is certain;
 * after `true` the caller must compare the keys.
 */
export class KeySet {
  readonly #parts: readonly Part[] = Array.from({ length: 1 << PART_BITS }, emptyPart)

  add(high: number, low: number): void {
    const part = this.#parts[high >>> (32 - PART_BITS)]
    if (!part) return
    const at = part.size * HALVES
    if (at === part.halves.length) part.buffer.resize(part.buffer.byteLength + GROWTH)
    part.halves[at] = high
    part.halves[at + 1] = low
    part.size += 1
  }

  /** Two rounds of FNV-1a with different start values. */
  addText(text: string): void {
    let [high, low] = [0x811c9dc5, 0x01000193]
    for (let i = 0; i < text.length; i += 1) {
      const letter = text.charCodeAt(i)
      high = Math.imul(high ^ letter, 0x01000193)
      low = Math.imul(low ^ letter, 0x85ebca6b)
      low ^= low >>> 13
    }
    this.add(high, low)
  }

  mayRepeat(): boolean {
    const room = new BigUint64Array(Math.max(...this.#parts.map(({ size }) => size)))
    return this.#parts.some((part) => repeats(part, room))
  }

  /** Frees the memory at once; garbage collection would come only after the rows are sorted. */
  clear(): void {
    for (const part of this.#parts) {
      part.buffer.resize(0)
      part.size = 0
    }
  }
}

/** Sorts the keys of a part in `room`, one buffer for all parts, so that no part leaves garbage. */
function repeats({ buffer, size }: Part, room: BigUint64Array): boolean {
  const keys = room.subarray(0, size)
  keys.set(new BigUint64Array(buffer, 0, size))
  const halves = new Uint32Array(keys.sort().buffer, 0, size * HALVES)
  for (let i = HALVES; i < halves.length; i += HALVES) {
    if (halves[i] === halves[i - 2] && halves[i + 1] === halves[i - 1]) return true
  }
  return false
}
