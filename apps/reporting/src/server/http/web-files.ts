import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { ContentEncoding } from '@wayproof/kernel/http/content-encoding'

type Bytes = Uint8Array<ArrayBuffer>

interface WebFile {
  readonly body: Bytes
  /** The same body, compressed by the build; empty for images and fonts. */
  readonly encodings: ReadonlyMap<ContentEncoding, Bytes>
  readonly type: string
  /** Its name changes with its content. */
  readonly isImmutable: boolean
}

export interface WebFiles {
  /** Served for every page. Null if the dashboard was not built. */
  readonly index: string | null
  get(path: string): WebFile | undefined
  /** The path of a file of the build whose name, without the digest of its content, is `name`. */
  find(name: string): string | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const ENDINGS: readonly (readonly [ContentEncoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

/** Reads the built dashboard once. Only files found then are served, so no path leaves the folder. */
export function readWebFiles(folder: string): WebFiles {
  const files = new Map<string, WebFile>()
  let index: string | null = null
  const entries = new Set(entriesOf(folder))
  const read = (entry: string): Bytes => new Uint8Array(readFileSync(join(folder, entry)))
  for (const entry of entries) {
    const path = `/${entry.replaceAll('\\', '/')}`
    const type = TYPES[extname(entry)]
    if (path === '/index.html') index = readFileSync(join(folder, entry), 'utf8')
    else if (type) {
      const encodings = new Map(
        ENDINGS.flatMap(([encoding, ending]) =>
          entries.has(entry + ending) ? [[encoding, read(entry + ending)] as const] : [],
        ),
      )
      files.set(path, { body: read(entry), encodings, type, isImmutable: path.startsWith('/assets/') })
    }
  }
  const paths = [...files.keys()]
  return {
    index,
    get: (path) => files.get(path),
    find: (name) => paths.find((path) => path.replace(/-[\w-]{8}(?=\.\w+$)/, '') === `/assets/${name}`),
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}
