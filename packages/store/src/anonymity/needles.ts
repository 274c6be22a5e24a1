/** Byte strings of one length that are looked for together, in one pass over whatever is searched. */
export interface Needles {
  readonly width: number
  /** Of each needle, as latin1 text. */
  readonly all: ReadonlySet<string>
  readonly starts: Uint8Array
}

const BUCKETS = 1 << 20
const bucket = (bytes: Buffer, at: number) => Math.imul(bytes.readUInt32LE(at), 2_654_435_761) >>> 12

/** Of texts of the same length, at least four bytes. */
export function needles(texts: Iterable<Buffer>, width: number): Needles {
  const all = new Set<string>()
  const starts = new Uint8Array(BUCKETS)
  for (const text of texts) {
    all.add(text.toString('latin1'))
    starts[bucket(text, 0)] = 1
  }
  return { width, all, starts }
}

/** Each place at which a needle stands, with the needle. */
export function* findNeedles(bytes: Buffer, { width, all, starts }: Needles): Generator<[at: number, needle: string]> {
  if (all.size === 0) return
  for (let at = 0; at + width <= bytes.length; at += 1) {
    if (starts[bucket(bytes, at)] === 0) continue
    const found = bytes.toString('latin1', at, at + width)
    if (all.has(found)) yield [at, found]
  }
}
