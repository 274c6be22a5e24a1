import { expect, it } from 'vitest'
import { readSettings, setting } from './setting.ts'

const shape = {
  PORT: setting.port.default(4310),
  URL: setting.webAddress.optional(),
  SERVER: setting.which((text) => text.startsWith('smtp:'), 'not-a-mail-server').optional(),
  ZONE: setting.timeZone.default('Asia/Shanghai'),
  LANGUAGE: setting.locale.default('zh-CN'),
  FOLDER: setting.filled.default('./data'),
}

it('gives what is not set its default', () => {
  expect(readSettings(shape, {})).toEqual({
    ok: true,
    value: { PORT: 4310, ZONE: 'Asia/Shanghai', LANGUAGE: 'zh-CN', FOLDER: './data' },
  })
})

it('reads what is set, without spaces and the slash of an address', () => {
  const from = { PORT: ' 8080 ', URL: 'https://privacy.example/', ZONE: 'Pacific/Kiritimati', LANGUAGE: 'en' }
  expect(readSettings(shape, from)).toMatchObject({
    value: { PORT: 8080, URL: 'https://privacy.example', ZONE: 'Pacific/Kiritimati', LANGUAGE: 'en' },
  })
})

it('tells every fault at once, with its name and value', () => {
  const from = { PORT: '65536', URL: 'https://x.example/path', ZONE: 'Mars/Olympus', LANGUAGE: 'fr', FOLDER: ' ' }
  expect(readSettings(shape, from)).toEqual({
    ok: false,
    faults: [
      { name: 'PORT', value: '65536', code: 'not-a-port' },
      { name: 'URL', value: 'https://x.example/path', code: 'not-a-web-address' },
      { name: 'ZONE', value: 'Mars/Olympus', code: 'not-a-time-zone' },
      { name: 'LANGUAGE', value: 'fr', code: 'not-a-language' },
      { name: 'FOLDER', value: ' ', code: 'empty' },
    ],
  })
})

it.each(['privacy.example', 'ftp://privacy.example', 'https://u@privacy.example', 'https://x.example?a=1', '//x'])(
  'takes no %s for a web address',
  (text) => {
    expect(readSettings(shape, { URL: text })).toMatchObject({ faults: [{ code: 'not-a-web-address' }] })
  },
)

it('reads addresses and ranges of the network', () => {
  const read = (text: string) => readSettings({ PROXY: setting.networkAddresses }, { PROXY: text })
  expect(read(' 127.0.0.1, ::1,10.0.0.0/8 ')).toEqual({
    ok: true,
    value: { PROXY: ['127.0.0.1', '::1', '10.0.0.0/8'] },
  })
  for (const text of ['localhost', '127.0.0.1:80', '10.0.0.0/33', '127.0.0.1,', '127.0.0.1 ::1', 'true'])
    expect(read(text)).toMatchObject({ faults: [{ name: 'PROXY', value: text, code: 'not-network-addresses' }] })
})

it.each(['-1', '1e3', '0x50', '80.5', '999999'])('takes no %s for a port', (text) => {
  expect(readSettings(shape, { PORT: text })).toMatchObject({ faults: [{ code: 'not-a-port' }] })
})

it('repeats nothing of what may hold a password, and no password of what should hold none', () => {
  for (const SERVER of [
    'http://user:secret@mail.example',
    'user:secret@mail.example',
    'imap:/user:secret',
    'smtps:x#secret',
  ])
    expect(readSettings(shape, { SERVER })).toMatchObject({ faults: [{ value: '', code: 'not-a-mail-server' }] })
  const read = readSettings(shape, { PORT: 'http://user:se/cret@mail.example' })
  expect(read).toMatchObject({ faults: [{ value: 'http://…@mail.example' }] })
})
