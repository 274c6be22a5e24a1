import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { NewUser } from '@wayproof/local-stack/clients/officer'
import type { Screen } from './screens.ts'

export interface PictureSettings {
  readonly reportingUrl: string
  readonly folder: string
  readonly locale: Locale
  readonly width: number
  /** Only the part in view, instead of the whole page. */
  readonly inView?: boolean
}

const HEIGHTS = { phone: 844, desktop: 900 } as const
const PHONE_WIDTH = 600

/** Signs in as one person and takes a picture of each page as `folder/name.png`. */
export async function takePictures(
  browser: Browser,
  account: Pick<NewUser, 'email' | 'password'>,
  screens: readonly Screen[],
  { reportingUrl, folder, locale, width, inView = false }: PictureSettings,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const context = await browser.newContext({
    locale,
    reducedMotion: 'reduce',
    viewport: { width, height: width < PHONE_WIDTH ? HEIGHTS.phone : HEIGHTS.desktop },
    storageState: { cookies: [], origins: [{ origin: reportingUrl, localStorage }] },
  })
  const signIn = await context.request.post(`${reportingUrl}/api/auth/sign-in/email`, {
    headers: { origin: reportingUrl },
    data: account,
  })
  if (!signIn.ok()) throw new Error(`${account.email} cannot sign in: ${signIn.status()}`)
  const page = await context.newPage()
  for (const { name, path } of screens) {
    await page.goto(reportingUrl + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !inView })
  }
  await context.close()
}
