import { LOCALES } from '@wayproof/kernel/people/locale'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test.each(LOCALES)('all fields of a row’s form have different names in %s', (locale) => {
  const { registers, reporting } = messages(locale)
  for (const [register, fields] of Object.entries(registers.fields)) {
    const labels = [...Object.values<string>(fields), reporting.rows.reason]
    expect([register, ...new Set(labels)]).toEqual([register, ...labels])
  }
})
