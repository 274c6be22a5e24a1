import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import type { WavePreview } from '@wayproof/survey/opening/preview-wave'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../browser/closing-people.ts'
import { lookAtPage } from '../browser/look-at-page.ts'
import { accessFaults } from '../browser/page-faults.ts'
import { officerAtWork } from '../browser/survey-links.ts'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'

const { reportingUrl } = workerStack()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openEditor(account: typeof firstOfficer | typeof approvingOfficer, locale: Locale): Promise<Page> {
  const page = await signedIn(browser, account, locale)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${reportingUrl}/waves`)
  await page.getByRole('link', { name: messages(locale).reporting.wavePages.questionnaire, exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const plannedQuestions = async () =>
  (await (await officerAtWork()).query<WavePreview>('wave.preview', { period: '2024-H1' })).questions

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

test('an officer writes a version, fixes its faults and previews it; a second officer publishes it', async () => {
  const zh = messages('zh-CN').reporting
  const en = messages('en').reporting
  const before = await plannedQuestions()
  const version = (before?.version ?? 0) + 1
  const last = String(before?.items.length)

  const lin = await openEditor(firstOfficer, 'zh-CN')
  await title(lin, zh.questionnaire.title.published(version - 1))
  const faults = await lookAtPage(lin, 'the version in use', 'zh-CN')
  await lin.setViewportSize({ width: 1280, height: 900 })
  await button(lin, zh.questionnaire.act.start(version)).click()
  await title(lin, zh.questionnaire.title.ready(version))

  // The last question asks for a telephone number, and then has no English.
  await lin.getByRole('button', { name: new RegExp(`^${last}\\b`) }).click()
  const wording = (locale: Locale) =>
    lin.getByLabel(`${zh.questionnaireItems.item.wording} (${zh.questionnaireItems.languages[locale]})`)
  await wording('zh-CN').fill('请留下您的手机号')
  const question = zh.questionnaire.fix.question(last)
  await lin.getByText(zh.questionnaire.fix.faults['asks-identity'][0](question)).waitFor()
  expect(await button(lin, zh.questionnaire.act.propose).isDisabled()).toBe(true)
  await wording('zh-CN').fill('您最希望我们先改进什么？')
  await wording('en').fill('')
  await lin.getByText(zh.questionnaire.fix.faults['translation-missing'][0](question)).waitFor()
  faults.push(...(await lookAtPage(lin, 'a draft with a fault', 'zh-CN')))
  await lin.setViewportSize({ width: 1280, height: 900 })
  await wording('en').fill('What should we improve first?')
  const preview = lin.getByRole('region', { name: zh.questionnaireItems.preview.title })
  await button(lin, zh.questionnaireItems.preview.names.en).click()
  await preview.getByText('What should we improve first?').waitFor()
  // A condition names the answers that skip the question, and Undo takes it back.
  await lin.getByLabel(zh.questionnaireItems.item.shown).selectOption('some')
  await lin.getByText(/的人看不到本题/).waitFor()
  await button(lin, zh.questionnaire.strip.undo).click()
  await lin.getByText(/的人看不到本题/).waitFor({ state: 'detached' })
  await lin.getByText(zh.questionnaire.fix.broken.wording(question)).waitFor()
  await title(lin, zh.questionnaire.title.remain(version, 0, 1))
  const propose = button(lin, zh.questionnaire.act.propose)
  await propose.and(lin.locator(':enabled')).click()
  await title(lin, zh.questionnaire.title.waits(version))
  expect(await button(lin, zh.questionnaire.act.publish).count()).toBe(0)
  expect((await plannedQuestions())?.version).toBe(version - 1)

  const zhou = await openEditor(approvingOfficer, 'en')
  await title(zhou, en.questionnaire.title.waits(version))
  await zhou.getByText(en.questionnaire.lead.theirs(firstOfficer.name)).waitFor()
  faults.push(...(await lookAtPage(zhou, 'a draft that waits', 'en')))
  await zhou.setViewportSize({ width: 1280, height: 900 })
  await button(zhou, en.questionnaire.strip.compare(version - 1, version)).click()
  await zhou.getByRole('dialog').getByText('What should we improve first?').waitFor()
  faults.push(...(await accessFaults(zhou)))
  await zhou.getByRole('dialog').getByRole('button', { name: en.shell.close }).click()
  await button(zhou, en.questionnaire.act.publish).click()
  await zhou.getByRole('dialog').getByRole('button', { name: en.questionnaire.act.publish }).click()
  await title(zhou, en.questionnaire.title.published(version))
  const planned = await plannedQuestions()
  expect([planned?.version, planned?.items.at(-1)?.en]).toEqual([version, 'What should we improve first?'])
  expect(faults).toEqual([])
  await lin.context().close()
  await zhou.context().close()
})

test('the second of two officers in one draft keeps the typed words and chooses', async () => {
  const { questionnaire: text, questionnaireItems: items } = messages('en').reporting
  const version = ((await plannedQuestions())?.version ?? 0) + 1
  const lin = await openEditor(firstOfficer, 'en')
  await button(lin, text.act.start(version)).click()
  await title(lin, text.title.ready(version))
  const zhou = await openEditor(approvingOfficer, 'en')
  const wording = (page: Page) => page.getByLabel(`${items.item.wording} (${items.languages.en})`)
  const saved = (page: Page) => page.getByRole('region', { name: text.strip.label }).getByText(/saved \d/)
  await wording(lin).fill('The words of one officer')
  await saved(lin).waitFor()
  await wording(zhou).fill('The words of another')
  await zhou.getByText(text.conflict.by(firstOfficer.name)).waitFor()
  await zhou.getByRole('deletion').filter({ hasText: 'The words of one officer' }).waitFor()
  expect(await wording(zhou).inputValue()).toBe('The words of another')
  expect(await lookAtPage(zhou, 'two officers', 'en')).toEqual([])
  await button(zhou, text.conflict.keep).click()
  await saved(zhou).waitFor()

  // The other window learns of it when it is loaded again.
  await lin.reload()
  await wording(lin).waitFor()
  expect(await wording(lin).inputValue()).toBe('The words of another')
  // A long word fits a phone.
  await wording(lin).fill(`https://yuntu.example/${'a'.repeat(200)}`)
  await lin.setViewportSize({ width: 390, height: 844 })
  expect(await lin.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await lin.setViewportSize({ width: 1280, height: 900 })
  await saved(lin).waitFor()
  await button(lin, text.act.more).click()
  await lin.getByRole('menuitem', { name: text.act.discard }).click()
  await lin.getByRole('dialog').getByRole('button', { name: text.act.discardAction }).click()
  await title(lin, text.title.published(version - 1))
  await lin.context().close()
  await zhou.context().close()
})

test('an old version is restored as a new one, and a file that is none is refused with its places', async () => {
  const { questionnaire: text } = messages('en').reporting
  const latest = (await plannedQuestions())?.version ?? 0
  const lin = await openEditor(firstOfficer, 'en')
  await button(lin, text.strip.more(1)).click()
  await lin.getByRole('menuitem', { name: text.strip.restore }).click()
  await title(lin, text.title.remain(latest + 1, 0, 1))
  const file = join(tmpdir(), 'wayproof-no-questionnaire.json')
  writeFileSync(file, '{"id":"traveler-privacy-satisfaction","items":[{"type":"rank"}]}')
  await button(lin, text.act.more).click()
  await lin.getByRole('menuitem', { name: text.act.import }).click()
  await lin.getByLabel(text.imported.file).setInputFiles(file)
  await lin.getByRole('dialog').getByRole('button', { name: text.imported.action }).click()
  await lin.getByText(text.imported.faults['definition-malformed']).waitFor()
  await lin.getByText('items.0.type', { exact: true }).waitFor()
  expect(await accessFaults(lin)).toEqual([])
  await lin
    .getByRole('dialog')
    .getByRole('button', { name: messages('en').reporting.shell.close })
    .click()
  await button(lin, text.act.propose).and(lin.locator(':enabled')).click()
  await title(lin, text.title.waits(latest + 1))
  const zhou = await openEditor(approvingOfficer, 'en')
  await button(zhou, text.act.publish).click()
  await zhou.getByRole('dialog').getByRole('button', { name: text.act.publish }).click()
  await title(zhou, text.title.published(latest + 1))
  await lin.context().close()
  await zhou.context().close()
})

test('a language that cannot be activated says why beside the button, and a download that failed says so', async () => {
  const { languages: text } = messages('en').reporting
  const file = JSON.stringify({ tag: 'sv', name: 'Svenska', sentences: {} })
  await (await officerAtWork()).mutate('language.save', { file, seen: 0 })
  const page = await signedIn(browser, firstOfficer)
  await page.goto(`${reportingUrl}/waves/languages`)
  const row = page.getByRole('row').filter({ hasText: 'Svenska' })
  await row.getByText(text.incomplete).waitFor()
  const activate = row.getByRole('button', { name: text.act.activate })
  expect([await activate.isDisabled(), await activate.getAttribute('aria-describedby')]).toEqual([true, 'sv-blocked'])
  await page.route('**/trpc/**', (route) => route.abort())
  await row.getByRole('button', { name: text.act.download }).click()
  await row.getByRole('alert').waitFor()
  await page.context().close()
})
