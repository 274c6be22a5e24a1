import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Response } from '@playwright/test'
import { requireProgram } from '@wayproof/local-stack/testing/system-program'

const JAVA = '/usr/bin/java'
const MAX_OUTPUT = 64 * 1024 * 1024

interface Message {
  readonly type: string
  readonly url: string
  readonly message: string
  readonly extract?: string
}

/** Collects each HTML document that the pages of `context` load from here on, by method and address. */
export function collectDocuments(context: BrowserContext, documents: Map<string, string>): void {
  const collect = async (response: Response) => {
    if (response.request().resourceType() !== 'document') return
    if (!response.headers()['content-type']?.startsWith('text/html')) return
    // A page that is left at once may take its document with it.
    const text = await response.text().catch(() => null)
    if (text) documents.set(`${response.request().method()} ${response.url()}`, text)
  }
  context.on('response', (response) => void collect(response))
}

/** Errors that the Nu HTML checker finds in documents, with the name of each. Skips the test without Java. */
export async function htmlFaults(documents: ReadonlyMap<string, string>): Promise<readonly string[]> {
  requireProgram(JAVA, 'default-jre-headless')
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-html-'))
  try {
    const names = [...documents.keys()]
    for (const [at, text] of [...documents.values()].entries()) writeFileSync(join(folder, `${at}.html`), text)
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
    const options = ['--errors-only', '--exit-zero-always', '--format', 'json', folder]
    const { stderr } = await promisify(execFile)(JAVA, ['-jar', jar, ...options], { maxBuffer: MAX_OUTPUT })
    const { messages } = JSON.parse(stderr) as { readonly messages: readonly Message[] }
    return messages.map(({ url, message, extract = '' }) => {
      const name = names[Number.parseInt(basename(url), 10)] ?? url
      return `${name}: ${message} ${extract}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
