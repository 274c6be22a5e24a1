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
  'AccountForm',
  'AskResetPage',
  'AuditFilter',
  'CheckSealPage',
  'CodeForm',
  'ConfirmStep',
  'FactorPasswordForm',
  'FilterForm',
  'ImportForm',
  'PasswordForm',
  'PlanStep',
  'ResetForm',
  'RowsToolbar',
  'SignInForm',
  'TestLetter',
  'VerifyPanel',
  'ViewNameForm',
]

/** Forms that say themselves what is unsaved. */
const OWN_GUARD = ['ChangeForm', 'DecisionForm', 'OutcomeForm', 'RemedyForm', 'RestatePanel', 'RowForm']

/** The text of each component, with its name. */
const components = sources
  .filter(({ file }) => !isForms(file))
  .flatMap(({ text }) => text.split(/^(?=(?:export )?(?:function|const) )/m))
  .map((text) => ({ name: /^(?:export )?(?:function|const) (\w+)/.exec(text)?.[1] ?? '', text }))

test('every form is the common one, which asks before typed words are lost', () => {
  expect(sources.filter(({ file, text }) => !isForms(file) && /<form\b/.test(text)).map(({ file }) => file)).toEqual([])
})

test('only the listed forms go without the question, and those of the second list ask themselves', () => {
  const passing = components.filter(({ text }) => /<Form\b[^>]*\bisPassing\b/.test(text))
  expect(passing.map(({ name }) => name).toSorted()).toEqual([...NOTHING_LOST, ...OWN_GUARD].toSorted())
  for (const { name, text } of passing) if (OWN_GUARD.includes(name)) expect(text, name).toContain('<UnsavedGuard')
})
