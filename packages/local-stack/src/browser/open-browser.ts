import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import bundled, { inflate } from '@sparticuz/chromium'
import { inherited } from '@wayproof/command-line'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page waits as long for an element: a loaded machine may take many seconds to draw it. */
const LONGEST_WAIT_MS = 60_000

export interface BrowserOptions {
  /** A fontconfig file with the only fonts of the browser; by default it has those of the machine. */
  readonly fontconfig?: string
}

/** A headless Chromium: the one at CHROMIUM_PATH, the system's, or the one in an npm package. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const browser = await launched(options)
  browser.on('context', (context) => context.setDefaultTimeout(LONGEST_WAIT_MS))
  return browser
}

async function launched({ fontconfig }: BrowserOptions): Promise<Browser> {
  const fonts = fontconfig === undefined ? {} : { FONTCONFIG_FILE: fontconfig }
  const installed = inherited.CHROMIUM_PATH ?? system.find((path) => existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: quiet, env: { ...inherited, ...fonts } })
  // Without the package's own flags: they run all pages in one process, which ends with the first context, and disable
  // the web security that sign-in tests need.
  const executablePath = await bundled.executablePath()
  const launch = (env: Record<string, string> = {}) =>
    chromium.launch({ executablePath, args: quiet, env: { ...inherited, ...fonts, ...env } })
  // The package also contains the few libraries that a bare machine lacks.
  return launch().catch(async () => launch({ LD_LIBRARY_PATH: join(await inflate(libraries()), 'lib') }))
}

const libraries = () =>
  createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/.*$/, 'bin/al2023.tar.br')
