import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from '@playwright/test'
import bundled, { inflate } from '@sparticuz/chromium'
import { inherited } from '@wayproof/command-line/environment'

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
export const openBrowser = async (options: BrowserOptions = {}): Promise<Browser> =>
  withPatience(await launched(options, (launch) => chromium.launch(launch)))

/** The same Chromium for several processes, which reach it at its `wsEndpoint`. */
export const openBrowserServer = (options: BrowserOptions = {}): Promise<BrowserServer> =>
  launched(options, (launch) => chromium.launchServer(launch))

/** A browser of the Chromium at `endpoint`. Closing it closes its own windows. */
export const connectBrowser = async (endpoint: string): Promise<Browser> =>
  withPatience(await chromium.connect(endpoint))

function withPatience(browser: Browser): Browser {
  browser.on('context', (context) => context.setDefaultTimeout(LONGEST_WAIT_MS))
  return browser
}

async function launched<T>({ fontconfig }: BrowserOptions, launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const env = { ...inherited, ...(fontconfig === undefined ? {} : { FONTCONFIG_FILE: fontconfig }) }
  const installed = inherited.CHROMIUM_PATH ?? system.find((path) => existsSync(path))
  if (installed) return launch({ executablePath: installed, args: quiet, env })
  // Without the package's own flags: they run all pages in one process, which ends with the first context, and disable
  // the web security that sign-in tests need.
  const executablePath = await bundled.executablePath()
  // The package also contains the few libraries that a bare machine lacks.
  return launch({ executablePath, args: quiet, env }).catch(async () => {
    const withLibraries = { ...env, LD_LIBRARY_PATH: join(await inflate(libraries()), 'lib') }
    return launch({ executablePath, args: quiet, env: withLibraries })
  })
}

const libraries = () =>
  createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/.*$/, 'bin/al2023.tar.br')
