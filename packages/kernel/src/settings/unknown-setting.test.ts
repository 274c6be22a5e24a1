import { expect, it } from 'vitest'
import { SETTING_NAMES } from './setting-names.ts'
import { intendedSetting } from './unknown-setting.ts'

it('recognizes every setting by its exact name', () => {
  for (const name of SETTING_NAMES) expect([name, intendedSetting(name)]).toEqual([name, null])
})

it('finds the intended setting for each swapped pair of letters and each missing letter of a long name', () => {
  for (const name of SETTING_NAMES.filter(({ length }) => length >= 8))
    for (let index = 0; index < name.length; index += 1) {
      const misspelled = name.slice(0, index) + name.slice(index + 1)
      expect([misspelled, intendedSetting(misspelled)]).toEqual([misspelled, name])
      const swapped = name.slice(0, index) + (name[index + 1] ?? '') + (name[index] ?? '') + name.slice(index + 2)
      if (swapped !== name) expect([swapped, intendedSetting(swapped)]).toEqual([swapped, name])
    }
})

it.each([
  ['SMTP_ULR', 'SMTP_URL'],
  ['SMTP_HOST', 'SMTP_URL'],
  ['smtp_url', 'SMTP_URL'],
  ['BOUNCE_ADRESS', 'BOUNCE_ADDRESS'],
  ['MAIL_SENDER', 'MAIL_FROM'],
  ['TRUSTED_PROXIES', 'TRUSTED_PROXY'],
  ['TIMEZONE', 'TIME_ZONE'],
  ['DATABASE_URI', 'DATABASE_URL'],
])('reads %s as a misspelled %s', (name, setting) => expect(intendedSetting(name)).toBe(setting))

it.each([
  'SURVEY_SERVICE_HOST',
  'SURVEY_SERVICE_PORT',
  'SURVEY_SERVICE_PORT_HTTP',
  'REPORTING_PORT_4320_TCP',
  'REPORTING_PORT_4320_TCP_ADDR',
  'MAIL',
  'MAILCHECK',
  'HOSTNAME',
  'LANG',
  'TIME_STYLE',
  'SITE_URL',
  'BASE_URL',
  'JAVA_DIR',
  'SSL_CERT_FILE',
  'npm_config_user_agent',
])('ignores %s as a foreign variable', (name) => expect(intendedSetting(name)).toBeNull())

it('ignores the service addresses that Kubernetes sets under the service’s name', () => {
  expect(intendedSetting('MAIL_PORT', 'tcp://10.0.0.7:25')).toBeNull()
  expect(intendedSetting('MAIL_PORT', '25')).toBe('MAIL_FROM')
})
