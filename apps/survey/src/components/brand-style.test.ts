import { readLogo } from '@wayproof/accounts/brand/read-logo'
import { pngPicture } from '@wayproof/database/testing/png-picture'
import { expect, onTestFinished, test } from 'vitest'
import { surveyAtWork } from '../testing/survey-at-work.ts'
import { ACCENT, ACCENT_AT_NIGHT, sourceOf } from './brand-style.ts'

async function brandedSurvey(color: string | null) {
  const work = await surveyAtWork()
  onTestFinished(() => work.close())
  const read = readLogo(pngPicture(300, 100))
  if (!read.ok) throw new Error(read.fault.code)
  await work.store.brand.setColor(color)
  await work.store.brand.setLogo(read.value)
  return { work, logo: read.value }
}

test('every page is in the color of the organization with its logo, and its policy allows exactly its styles', async () => {
  const { work, logo } = await brandedSurvey(ACCENT_AT_NIGHT)
  const paths = [
    `/s/${work.links[0]?.token}`,
    '/s/x',
    `/u/${work.links[0]?.unsubscribeToken}`,
    '/privacy',
    '/report',
    '/',
  ]
  for (const path of paths)
    for (const lang of ['en', 'zh-CN']) {
      const answer = await work.app.request(`${path}?lang=${lang}`)
      const page = await answer.text()
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(page).not.toContain(ACCENT)
      expect(page).toContain(`--a:${ACCENT_AT_NIGHT}`)
      expect(page).toMatch(new RegExp(`<header><img src="/logo/${logo.id}" alt="" width="84" height="28"/>`))
      const styles = [...page.matchAll(/<style>(.*?)<\/style>/g)].map(([, style = '']) => sourceOf(style))
      expect(styles.length).toBeGreaterThan(0)
      for (const style of styles) expect(policy).toContain(style)
      expect(policy).toContain("img-src 'self'")
    }
})

test('the logo is served under its own address alone, for as long as it is the logo', async () => {
  const { work, logo } = await brandedSurvey(null)
  const served = await work.app.request(`/logo/${logo.id}`)
  expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(logo.bytes))).toBe(true)
  expect([served.headers.get('content-type'), served.headers.get('cache-control')]).toEqual([
    'image/png',
    'public, max-age=31536000, immutable',
  ])
  expect((await work.app.request('/logo/0000000000000000')).status).toBe(404)
  expect((await work.app.request(`/logo/${logo.id}`, { method: 'POST' })).status).toBe(405)
  await work.store.brand.setLogo(null)
  expect((await work.app.request(`/logo/${logo.id}`)).status).toBe(404)
})

test('a brand adds at most 150 bytes to the compressed questionnaire', async () => {
  const size = async (work: Awaited<ReturnType<typeof surveyAtWork>>) => {
    const headers = { 'accept-encoding': 'br' }
    const page = await work.app.request(`/s/${work.links[0]?.token}?lang=zh-CN`, { headers })
    return (await page.arrayBuffer()).byteLength
  }
  const plain = await surveyAtWork()
  onTestFinished(() => plain.close())
  const { work } = await brandedSurvey('#7a1fa2')
  const [without, branded] = [await size(plain), await size(work)]
  expect([branded > without, branded - without < 150]).toEqual([true, true])
})
