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
