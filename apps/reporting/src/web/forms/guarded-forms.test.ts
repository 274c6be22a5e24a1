import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '..')
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(web, file), 'utf8') }))
const isForms = (file: string) => ['forms/form.tsx', 'forms/checked-form.tsx'].includes(file)

/** Forms with which nothing is lost: searches, passwords, codes, files, and names of a word. */
const NOTHING_LOST = [
  'access/account-form.tsx',
  'access/sign-in-page.tsx',
  'audit-log/audit-filter.tsx',
  'import/import-form.tsx',
  'opening/test-letter.tsx',
  'profile/password-form.tsx',
  'reset/ask-reset-page.tsx',
  'reset/reset-form.tsx',
  'row-filter/filter-form.tsx',
  'row-filter/rows-toolbar.tsx',
  'row-filter/view-name-form.tsx',
  'seals/check-seal-page.tsx',
  'seals/verify-panel.tsx',
  'second-factor/code-form.tsx',
  'second-factor/factor-password-form.tsx',
  'wave-opening/confirm-step.tsx',
  'wave-opening/plan-step.tsx',
]

/** Forms that say themselves what is unsaved. */
const OWN_GUARD = [
  'closing/restate-panel.tsx',
  'decisions/decision-form.tsx',
  'remedies/change-remedy.tsx',
  'remedies/outcome-form.tsx',
  'remedies/remedy-form.tsx',
  'row-form/row-form.tsx',
]

test('every form is the common one, which asks before typed words are lost', () => {
  expect(sources.filter(({ file, text }) => !isForms(file) && /<form\b/.test(text)).map(({ file }) => file)).toEqual([])
})

test('only the listed forms go without the question, and those of the second list ask themselves', () => {
  const passing = sources.filter(({ file, text }) => !isForms(file) && /<Form\b[^>]*\bisPassing\b/.test(text))
  expect(passing.map(({ file }) => file).toSorted()).toEqual([...NOTHING_LOST, ...OWN_GUARD].toSorted())
  for (const { file, text } of passing) if (OWN_GUARD.includes(file)) expect(text, file).toContain('<UnsavedGuard')
})
