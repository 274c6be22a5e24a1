import { expect, test } from 'vitest'
import { SETTINGS_SECTIONS, sectionsOf } from './settings-sections.ts'

test('until the organization has a name, every role sees only that section', () => {
  expect(sectionsOf('officer', false)).toEqual(['organization'])
  expect(sectionsOf('administrator', false)).toEqual(['organization'])
})

test('an officer opens every section, an administrator the technical ones first, others read', () => {
  expect(sectionsOf('officer', true)).toEqual(SETTINGS_SECTIONS)
  expect(sectionsOf('administrator', true)[0]).toBe('email')
  expect(sectionsOf('auditor', true)).toContain('security')
  expect(sectionsOf('procurement', true)).toEqual(['organization'])
})
