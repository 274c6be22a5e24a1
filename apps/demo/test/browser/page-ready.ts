import type { Page } from '@playwright/test'

/**
 * Resolves when the page has loaded, is not marked as busy, and has been redrawn twice, because a chart redraws after
 * its box has changed.
 */
export async function pageReady(page: Page): Promise<void> {
  for (;;)
    try {
      return await page.evaluate(untilReady)
    } catch (error) {
      // The window was on its way to another page.
      if (!/context was destroyed|navigat/i.test(String(error))) throw error
      await page.waitForLoadState()
    }
}

function untilReady(): Promise<void> {
  const root = document.documentElement
  const isReady = () => document.readyState === 'complete' && !root.hasAttribute('data-busy')
  const redrawn = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  return new Promise<void>((resolve) => {
    const look = () => {
      if (!isReady()) return
      observer.disconnect()
      document.removeEventListener('readystatechange', look)
      void redrawn().then(resolve)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { attributes: true, attributeFilter: ['data-busy'] })
    document.addEventListener('readystatechange', look)
    look()
  })
}
