import { expect, it } from 'vitest'
import { readSettings, setting } from './setting.ts'

const shape = {
  SURVEY_PORT: setting.port.default(4310),
  SURVEY_URL: setting.webAddress.optional(),
  SMTP_URL: setting.which((text) => text.startsWith('smtp:'), 'not-a-mail-server').optional(),
  TIME_ZONE: setting.timeZone.default('Asia/Shanghai'),
  DEFAULT_LOCALE: setting.locale.default('zh-CN'),
  DATA_DIR: setting.filled.default('./data'),
}

it('uses the default for a setting that is not set', () => {
  expect(readSettings(shape, {})).toEqual({
    ok: true,
    value: { SURVEY_PORT: 4310, TIME_ZONE: 'Asia/Shanghai', DEFAULT_LOCALE: 'zh-CN', DATA_DIR: './data' },
  })
})

it('trims spaces and the trailing slash of an address', () => {
  const from = {
    SURVEY_PORT: ' 8080 ',
    SURVEY_URL: 'https://privacy.example/',
    TIME_ZONE: 'Pacific/Kiritimati',
    DEFAULT_LOCALE: 'en',
  }
  expect(readSettings(shape, from)).toMatchObject({
    value: {
      SURVEY_PORT: 8080,
      SURVEY_URL: 'https://privacy.example',
      TIME_ZONE: 'Pacific/Kiritimati',
      DEFAULT_LOCALE: 'en',
    },
  })
})

it('reports every fault at once, with its name and value', () => {
  const from = {
    SURVEY_PORT: '65536',
    SURVEY_URL: 'https://x.example/path',
    TIME_ZONE: 'Mars/Olympus',
    DEFAULT_LOCALE: 'fr',
    DATA_DIR: ' ',
  }
  expect(readSettings(shape, from)).toEqual({
    ok: false,
    faults: [
      { name: 'SURVEY_PORT', value: '65536', code: 'not-a-port' },
      { name: 'SURVEY_URL', value: 'https://x.example/path', code: 'not-a-web-address' },
      { name: 'TIME_ZONE', value: 'Mars/Olympus', code: 'not-a-time-zone' },
      { name: 'DEFAULT_LOCALE', value: 'fr', code: 'not-a-language' },
      { name: 'DATA_DIR', value: ' ', code: 'empty' },
    ],
  })
})

it.each(['privacy.example', 'ftp://privacy.example', 'https://u@privacy.example', 'https://x.example?a=1', '//x'])(
  'refuses %s as a web address',
  (text) => {
    expect(readSettings(shape, { SURVEY_URL: text })).toMatchObject({ faults: [{ code: 'not-a-web-address' }] })
  },
)

it('reads network addresses and ranges', () => {
  const read = (text: string) => readSettings({ TRUSTED_PROXY: setting.networkAddresses }, { TRUSTED_PROXY: text })
  expect(read(' 127.0.0.1, ::1,10.0.0.0/8 ')).toEqual({
    ok: true,
    value: { TRUSTED_PROXY: ['127.0.0.1', '::1', '10.0.0.0/8'] },
  })
  for (const text of ['localhost', '127.0.0.1:80', '10.0.0.0/33', '127.0.0.1,', '127.0.0.1 ::1', 'true'])
    expect(read(text)).toMatchObject({
      faults: [{ name: 'TRUSTED_PROXY', value: text, code: 'not-network-addresses' }],
    })
})

it.each(['-1', '1e3', '0x50', '80.5', '999999'])('refuses %s as a port', (text) => {
  expect(readSettings(shape, { SURVEY_PORT: text })).toMatchObject({ faults: [{ code: 'not-a-port' }] })
})

it('never repeats a value that may hold a password', () => {
  for (const SMTP_URL of [
    'http://user:secret@mail.example',
    'user:secret@mail.example',
    'imap:/user:secret',
    'smtps:x#secret',
  ])
    expect(readSettings(shape, { SMTP_URL })).toMatchObject({ faults: [{ value: '', code: 'not-a-mail-server' }] })
  const read = readSettings(shape, { SURVEY_PORT: 'http://user:se/cret@mail.example' })
  expect(read).toMatchObject({ faults: [{ value: 'http://…@mail.example' }] })
})
