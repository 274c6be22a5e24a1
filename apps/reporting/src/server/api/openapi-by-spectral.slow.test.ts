import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'

test.each(LOCALES)('the recommended rules of Spectral find nothing in the OpenAPI document in %s', async (locale) => {
  const spectral = new spectralCore.Spectral()
  spectral.setRuleset({ extends: [rulesets.oas as RulesetDefinition] })
  const results = await spectral.run(JSON.stringify(openApi('https://dashboard.yuntu.example', locale)))
  expect(results.map(({ code, message, path }) => `${code}: ${message} (${path.join('.')})`)).toEqual([])
})
