import { openBrowser } from '/tmp/trees/auditor/apps/demo/test/browser/chromium.ts'
const [url, survey] = process.argv.slice(2)
const browser = await openBrowser()
for (const [locale, who] of [['en','officer@yuntu.example'],['zh-CN','auditor@yuntu.example']] as const) {
  const context = await browser.newContext({ locale, storageState: { cookies: [], origins: [{ origin: url!, localStorage: [{ name: 'wayproof-language', value: locale }] }] } })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.locator('input').nth(0).fill(who)
  await page.locator('input').nth(1).fill('sample-password-only')
  await page.locator('button[type=submit]').first().click()
  await page.waitForURL('**/scorecard*')
  const p = '2025-H2'
  const list = [`/samples?period=${p}`, `/rows/partner-audit?period=${p}`, `/rows/staff-training?period=${p}`, `/goal/partner-audit?period=${p}`, `/closing?period=${p}`, `/measures?period=${p}`]
  for (const w of [390, 1280]) {
    await page.setViewportSize({ width: w, height: 900 })
    for (const path of list) {
      await page.goto(url + path); await page.locator('h1').waitFor(); await page.waitForLoadState('networkidle'); await page.waitForTimeout(200)
      await page.screenshot({ path: `/tmp/shot-${locale}-${w}-${path.replace(/[^a-z]+/g,'_')}.png`, fullPage: w === 1280 })
    }
    await page.goto(`${url}/samples?period=${p}`); 
    for (const at of ['first','last'] as const) {
      await page.goto(`${url}/samples?period=${p}`); await page.locator('tbody a')[at]().click(); await page.waitForURL('**/samples/*'); await page.waitForLoadState('networkidle'); await page.waitForTimeout(200)
      await page.screenshot({ path: `/tmp/shot-${locale}-${w}-sheet_${at}.png`, fullPage: w === 1280 })
    }
  }
  await page.goto(`${survey}/report?lang=${locale}`); await page.screenshot({ path: `/tmp/shot-${locale}-report.png` })
  await context.close()
}
await browser.close()
