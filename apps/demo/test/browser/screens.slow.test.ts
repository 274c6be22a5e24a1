import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { accessFaults, pageFaults } from './page-faults.ts'
import { screensIn } from './screens.ts'

screensIn('en', '2020')

test('a page that is too wide, clipped, overlapping, untranslated or too pale is detected', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.setContent(`<html lang="zh-CN"><title>页</title><main style="font:16px sans-serif">
    <p style="width:40px;overflow:hidden;white-space:nowrap">一段放不下的文字</p>
    <p style="position:absolute;left:0;top:300px">上面的字</p><p style="position:absolute;left:8px;top:302px">下面的字</p>
    <svg width="60" height="16"><text x="40" y="12">画不下的字</text></svg>
    <p style="color:#ccc">Dashboard <span translate="no">Ann</span></p><div style="width:3000px">宽</div></main></html>`)
  const faults = [...(await pageFaults(page, 'zh-CN')), ...(await accessFaults(page))]
  for (const start of [
    'scrolls sideways',
    'cut off: 一段',
    'cut off: 画不下',
    'overlapping: 上面的字 | 下面的字',
    'foreign word: Dashboard',
    'axe color-contrast',
  ])
    expect(
      faults.some((fault) => fault.startsWith(start)),
      start,
    ).toBe(true)
  expect(faults.join()).not.toContain('foreign word: Ann')
})
