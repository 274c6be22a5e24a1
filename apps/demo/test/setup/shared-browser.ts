import type { Browser } from '@playwright/test'
import { connectBrowser } from '@wayproof/local-stack/browser/open-browser'
import { inject } from 'vitest'

/** The one Chromium of all journeys; closing it closes the windows of this file. */
export const openBrowser = (): Promise<Browser> => connectBrowser(inject('browserEndpoint'))
