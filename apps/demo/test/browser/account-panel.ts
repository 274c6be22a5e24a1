import type { Page } from '@playwright/test'

/** Opens the panel of the signed-in person, which has language, appearance, profile and signing out. */
export const openAccountPanel = (page: Page): Promise<void> =>
  page.locator('button[popovertarget]').filter({ visible: true }).click()
