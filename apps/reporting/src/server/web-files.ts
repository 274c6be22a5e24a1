import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

interface WebFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Its name changes with its content. */
  readonly forever: boolean
}

export interface WebFiles {
  /** Served for every page. Null when the dashboard was not built. */
  readonly index: string | null
  get(path: string): WebFile | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Reads the built dashboard once. Only what was found there can be asked for, so a path leads nowhere else. */
export function readWebFiles(folder: string): WebFiles {
  const files = new Map<string, WebFile>()
  let index: string | null = null
  for (const entry of entriesOf(folder)) {
    const path = `/${entry.replaceAll('\\', '/')}`
    const type = TYPES[extname(entry)]
    if (path === '/index.html') index = readFileSync(join(folder, entry), 'utf8')
    else if (type) {
      const body = new Uint8Array(readFileSync(join(folder, entry)))
      files.set(path, { body, type, forever: path.startsWith('/assets/') })
    }
  }
  return { index, get: (path) => files.get(path) }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}
