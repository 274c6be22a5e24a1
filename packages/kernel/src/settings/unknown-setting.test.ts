import { expect, it } from 'vitest'
import { SETTING_NAMES } from './setting-names.ts'
import { meantSetting } from './unknown-setting.ts'

it('recognizes every setting by its exact name', () => {
  for (const name of SETTING_NAMES) expect([name, meantSetting(name)]).toEqual([name, null])
})

it('finds the intended setting for each swapped pair of letters and each missing letter of a long name', () => {
  for (const name of SETTING_NAMES.filter(({ length }) => length >= 8))
    for (let at = 0; at < name.length; at += 1) {
      const without = name.slice(0, at) + name.slice(at + 1)
      expect([without, meantSetting(without)]).toEqual([without, name])
      const swapped = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
      if (swapped !== name) expect([swapped, meantSetting(swapped)]).toEqual([swapped, name])
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
])('reads %s as a misspelled %s', (name, meant) => expect(meantSetting(name)).toBe(meant))

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
])('ignores %s as a foreign variable', (name) => expect(meantSetting(name)).toBeNull())

it('ignores the service addresses that Kubernetes sets under the service’s name', () => {
  expect(meantSetting('MAIL_PORT', 'tcp://10.0.0.7:25')).toBeNull()
  expect(meantSetting('MAIL_PORT', '25')).toBe('MAIL_FROM')
})
