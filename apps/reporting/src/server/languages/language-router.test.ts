import { LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import { messages } from '@wayproof/messages/messages'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { expect, test } from 'vitest'
import { approveAll } from '../testing/approve-all.ts'
import { openTwoPersonApp } from '../testing/two-person-acts.ts'

async function twoOfficers() {
  const app = await openTwoPersonApp()
  const lin = app.callerAs(app.first)
  const { person } = await app.join('officer', 'zhou@x.example')
  const other = app.callerAs(person)
  return { ...app, other, otherLocale: person.locale, lin: lin.language, zhou: other.language }
}

const complete = accentedLanguage('fr')
const fileOf = (changes: object) => JSON.stringify({ ...complete, ...changes })

test('a file is checked, saved, activated and deactivated, and the list says how complete it is', async () => {
  const { lin, other, services } = await twoOfficers()
  const template = await lin.template({ tag: 'FR', name: 'Français' })
  if (template.outcome !== 'template') throw new Error(template.outcome)
  expect(template.tag).toBe('fr')
  const empty = await lin.check({ file: template.json })
  expect(empty).toMatchObject({ outcome: 'checked', tag: 'fr', complete: 0, revision: 0, isActive: false })
  if (empty.outcome !== 'checked') throw new Error(empty.outcome)
  expect(empty.all).toBeGreaterThan(200)
  expect([empty.faults.length, empty.moreFaults]).toEqual([100, empty.all - 100])

  expect(await lin.save({ file: template.json, seen: 0 })).toEqual({ outcome: 'saved' })
  expect(await lin.setActive({ tag: 'fr', seen: 1, isActive: true })).toEqual({ outcome: 'incomplete' })
  expect(await lin.check({ file: fileOf({}) })).toMatchObject({ faults: [], moreFaults: 0, revision: 1 })
  expect(await lin.save({ file: fileOf({}), seen: 1 })).toEqual({ outcome: 'saved' })
  expect(await lin.setActive({ tag: 'fr', seen: 2, isActive: true })).toEqual({ outcome: 'waits' })
  await approveAll(other)
  expect(await lin.list()).toEqual([
    {
      ...{ tag: 'fr', name: 'Français', isActive: true, revision: 3, complete: empty.all, all: empty.all },
      ...{ travelers: 0, changed: { by: 'officer', at: services.clock.now() } },
    },
  ])
  // The template of a language that is here has what is translated.
  const again = await lin.template({ tag: 'fr', name: 'other' })
  expect(again.outcome === 'template' && (await lin.check({ file: again.json }))).toMatchObject({ faults: [] })
  expect(await lin.save({ file: fileOf({ sentences: {} }), seen: 3 })).toEqual({ outcome: 'incomplete' })
  expect(await lin.setActive({ tag: 'fr', seen: 3, isActive: false })).toEqual({ outcome: 'saved' })
  expect(await lin.save({ file: fileOf({ sentences: {} }), seen: 4 })).toEqual({ outcome: 'saved' })
})

test('an officer gets a test letter in a saved language before it is active, and none in another one', async () => {
  const { lin, services, first } = await twoOfficers()
  expect(await lin.testLetter({ tag: 'fr' })).toEqual({ outcome: 'unknown' })
  await lin.save({ file: fileOf({ sentences: {} }), seen: 0 })
  expect(await lin.testLetter({ tag: 'fr' })).toEqual({ outcome: 'sent' })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(9, now, now + 60_000)
  expect(letters.filter(({ letter }) => letter.kind === 'survey-invitation')).toMatchObject([
    { to: first.email, letter: { locale: 'fr', data: { test: true } } },
  ])
})

test('each line that makes a promise about privacy is confirmed on its own, beside its original', async () => {
  const { lin, other, otherLocale } = await twoOfficers()
  await lin.save({ file: fileOf({}), seen: 0 })
  await lin.setActive({ tag: 'fr', seen: 1, isActive: true })
  const [{ id, promises } = { id: '', promises: [] }] = (await other.approval.list()).waiting
  expect(promises).toContainEqual({
    field: 'sentence:survey.trust.stored',
    original: messages(otherLocale).survey.trust.stored,
  })
  const fields = promises.map(({ field }) => field)
  for (const confirmed of [undefined, fields.slice(1), ['sentence:survey.submit', ...fields.slice(1)]])
    await expect(other.approval.decide({ id, approve: true, confirmed })).rejects.toThrow('promises-unconfirmed')
  expect(await lin.list()).toMatchObject([{ isActive: false }])
  await other.approval.decide({ id, approve: true, confirmed: fields })
  expect(await lin.list()).toMatchObject([{ isActive: true }])
  // A changed promise of an active language is one more to confirm; a changed button is none.
  const { trust } = complete.sentences.survey as { trust: object; submit: string }
  const survey = { ...(complete.sentences.survey as object), trust: { ...trust, stored: 'x' }, submit: 'y' }
  expect(await lin.save({ file: fileOf({ sentences: { ...complete.sentences, survey } }), seen: 2 })).toEqual({
    outcome: 'waits',
  })
  expect((await other.approval.list()).waiting.map((approval) => approval.promises.map(({ field }) => field))).toEqual([
    ['sentence:survey.trust.stored'],
  ])
})

test('a saved sentence that an update removed does not prevent the activation', async () => {
  const { lin, other } = await twoOfficers()
  const sentences = { ...complete.sentences, removed: { sentence: 'x' } }
  expect(await lin.save({ file: fileOf({ sentences }), seen: 0 })).toEqual({ outcome: 'saved' })
  expect(await lin.setActive({ tag: 'fr', seen: 1, isActive: true })).toEqual({ outcome: 'waits' })
  await approveAll(other)
  expect(await lin.list()).toMatchObject([{ isActive: true }])
})

test('one of two officers who save or activate the same revision is refused, and nothing of theirs is stored', async () => {
  const { lin, zhou } = await twoOfficers()
  const saves = await Promise.all([lin, zhou].map((officer) => officer.save({ file: fileOf({}), seen: 0 })))
  expect(saves.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'saved'])
  expect(await zhou.save({ file: fileOf({ name: 'Other' }), seen: 0 })).toEqual({ outcome: 'changed' })
  expect(await zhou.setActive({ tag: 'fr', seen: 7, isActive: true })).toEqual({ outcome: 'changed' })
  expect(await zhou.setActive({ tag: 'de', seen: 1, isActive: true })).toEqual({ outcome: 'unknown' })
  expect(await lin.list()).toMatchObject([{ name: 'Français', revision: 1, isActive: false }])
})

test.each([
  ['not json', 'language-not-json'],
  ['{}', 'language-no-file'],
  [fileOf({ tag: 'en' }), 'tag-built-in'],
  [fileOf({ tag: 'fr_FR' }), 'tag-invalid'],
  [fileOf({ tag: '__proto__' }), 'tag-invalid'],
  [fileOf({ name: '<script>' }), 'language-name-invalid'],
  ['x'.repeat(LARGEST_LANGUAGE_FILE + 1), 'language-too-large'],
])('a file that is none has a sentence in both languages: %.30s', async (file, code) => {
  const { lin } = await twoOfficers()
  const refusal = { outcome: 'unreadable', fault: { code } }
  expect(await lin.check({ file })).toEqual(refusal)
  expect(await lin.save({ file, seen: 0 })).toEqual(refusal)
  expect(await lin.list()).toEqual([])
  for (const locale of ['zh-CN', 'en'] as const)
    expect(messages(locale).reporting.languages.fileFaults[code]).toBeTruthy()
})

test('markup, other values and keys of objects in a file are faults with their paths', async () => {
  const { lin } = await twoOfficers()
  const sentences = '{"survey":{"submit":"<script>","title":5,"constructor":"x"},"__proto__":{"polluted":"y"}}'
  const checked = await lin.check({ file: `{"tag":"ar","name":"العربية","sentences":${sentences}}` })
  if (checked.outcome !== 'checked') throw new Error(checked.outcome)
  const faults = checked.faults.filter(({ code }) => code !== 'missing')
  expect(faults.map(({ path, code }) => [path, code])).toEqual([
    ['survey.title', 'not-text'],
    ['survey.submit', 'characters'],
  ])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
