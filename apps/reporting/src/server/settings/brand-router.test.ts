import { pngPicture } from '@wayproof/database/testing/png-picture'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function openBrand() {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const names = { nameZh: '', nameEn: 'Faraway', contactEmail: 'a@x.example', programmeStart: '2026-01-01' }
  await app.post('/trpc/organisation.save', { json: { ...names, baselineYear: null, sample: true } }, { cookie })
  const save = async (path: 'setColor' | 'setLogo', json: object) => {
    const answer = await app.post(`/trpc/brand.${path}`, { json }, { cookie })
    const { error } = await answer.json()
    return error ? (error.json.data.faultCode ?? answer.status) : null
  }
  const read = async (path: string) =>
    (await (await app.send(`/trpc/${path}`, { headers: { cookie } })).json()).result.data.json
  return { app, save, read }
}

test.each([
  ['setColor', { color: 'red' }, 'color-unreadable'],
  ['setColor', { color: '#fff' }, 'color-unreadable'],
  ['setColor', { color: '#ffee00' }, 'color-too-light'],
  ['setColor', { color: '#777777' }, 'color-too-light'],
  ['setColor', { color: '#000000;}body{display:none' }, 'input-invalid'],
  ['setColor', { color: 7 }, 'input-invalid'],
  [
    'setLogo',
    { picture: base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')) },
    'logo-not-a-picture',
  ],
  ['setLogo', { picture: base64(pngPicture(50, 50).slice(0, 60)) }, 'logo-damaged'],
  ['setLogo', { picture: base64(pngPicture(8, 8)) }, 'logo-size'],
  ['setLogo', { picture: base64(Buffer.alloc(600_000)) }, 'logo-too-large'],
  ['setLogo', { picture: base64(Buffer.alloc(5 * 1024 * 1024)) }, 413],
  ['setLogo', { picture: 'no base64 !' }, 'input-invalid'],
] as const)('%s refuses %#', async (path, input, fault) => {
  const { save, read } = await openBrand()
  expect(await save(path, input)).toBe(fault)
  expect(await read('brand.get')).toEqual({ color: null, logo: null })
})

test('color and logo are what every reader and the sign-in page get, and the audit log names the setting', async () => {
  const { app, save, read } = await openBrand()
  expect([
    await save('setColor', { color: ' #7A1FA2 ' }),
    await save('setLogo', { picture: base64(pngPicture(120, 40)) }),
  ]).toEqual([null, null])
  const brand = await read('brand.get')
  expect(brand).toEqual({
    color: '#7a1fa2',
    logo: { id: expect.stringMatching(/^[\da-f]{16}$/), width: 120, height: 40 },
  })
  expect((await read('session.me')).organisation.brand).toEqual(brand)
  const logo = await app.send(`/logo/${brand.logo.id}`)
  expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await app.send('/logo/none')).status).toBe(404)
  const entries = await app.database.rows(
    `SELECT subject FROM audit_entry WHERE act = 'setting-changed' ORDER BY number`,
  )
  expect(entries).toEqual(['organisation', 'brand', 'brand'].map((subject) => ({ subject })))
})
