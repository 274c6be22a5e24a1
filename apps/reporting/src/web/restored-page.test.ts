import { expect, test } from 'vitest'
import { reloadRestoredPage } from './restored-page.ts'

test('a page restored from memory is loaded again, a new one is not', () => {
  let reloads = 0
  const page = Object.assign(new EventTarget(), { location: { reload: () => (reloads += 1) } })
  reloadRestoredPage(page as unknown as Window)
  const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  show(false)
  expect(reloads).toBe(0)
  show(true)
  expect(reloads).toBe(1)
})
