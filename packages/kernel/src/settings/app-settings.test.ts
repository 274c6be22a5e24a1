import { expect, test } from 'vitest'
import { appSettings, isLoopback, publicAddress, publicAddressFaults } from './app-settings.ts'
import { readSettings } from './setting.ts'

test('the apps share default ports, time zone and language', () => {
  expect(readSettings(appSettings, {})).toEqual({
    ok: true,
    value: {
      HOST: '127.0.0.1',
      SURVEY_PORT: 4310,
      REPORTING_PORT: 4320,
      TIME_ZONE: 'Asia/Shanghai',
      DEFAULT_LOCALE: 'zh-CN',
    },
  })
})

test('an app without a public address uses the local address', () => {
  expect(publicAddress('https://survey.example', 4310)).toBe('https://survey.example')
  expect(publicAddress(undefined, 4310)).toBe('http://127.0.0.1:4310')
})

test('a loopback address needs no encryption, every other address does', () => {
  for (const host of ['localhost', 'app.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])
    expect(isLoopback(host)).toBe(true)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.0.0.1.example', '128.0.0.1'])
    expect(isLoopback(host)).toBe(false)
  const codes = (url: string, host?: string) =>
    publicAddressFaults({ name: 'SURVEY_URL', url, ...(host === undefined ? {} : { host }) }).map(({ code }) => code)
  expect(codes('http://survey.example')).toEqual(['not-encrypted'])
  expect(codes('http://127.0.0.1:4310', '0.0.0.0')).toEqual(['not-encrypted'])
  expect([codes('https://survey.example', '0.0.0.0'), codes('http://localhost:4310')]).toEqual([[], []])
})

test('monitors may be answered on an address of this machine or a private network only', () => {
  const read = (METRICS_HOST: string) => readSettings({ METRICS_HOST: appSettings.METRICS_HOST }, { METRICS_HOST })
  for (const host of ['127.0.0.1', '::1', '10.0.0.7', '172.16.0.1', '172.31.255.255', '192.168.1.9', 'fd12:3456::1'])
    expect(read(host)).toEqual({ ok: true, value: { METRICS_HOST: host } })
  const others = ['0.0.0.0', '::', '8.8.8.8', '172.32.0.1', '169.254.1.1', 'fe80::1', '100.64.0.1', '2400:3200::1']
  for (const host of [...others, 'localhost', '10.0.0.0/8', '::ffff:8.8.8.8', '10.0.0.1:80'])
    expect(read(host)).toEqual({
      ok: false,
      faults: [{ name: 'METRICS_HOST', value: host, code: 'not-a-private-address' }],
    })
})
