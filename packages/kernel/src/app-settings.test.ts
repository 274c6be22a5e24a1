import { expect, test } from 'vitest'
import { appSettings, publicAddress } from './app-settings.ts'
import { readSettings } from './setting.ts'

test('the apps agree on ports, zone and language where nothing is set', () => {
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

test('an app without a public address is found on this machine', () => {
  expect(publicAddress('https://survey.example', 4310)).toBe('https://survey.example')
  expect(publicAddress(undefined, 4310)).toBe('http://127.0.0.1:4310')
})
