import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { PROVIDER_REFUSALS } from './provider-refusal.ts'

test.each(LOCALES)('every result of a sign-in by the provider has a sentence in %s', (locale) => {
  const { refusals } = messages(locale).reporting.account.provider
  expect(Object.keys(refusals).toSorted()).toEqual(PROVIDER_REFUSALS.toSorted())
  for (const code of PROVIDER_REFUSALS) expect(refusals[code]('Example ID').length).toBeGreaterThan(10)
})
