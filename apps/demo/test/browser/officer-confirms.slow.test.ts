import type { Browser } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, executives, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { people, shell } = messages('en').reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a second person confirms an appointment under People, and the history names both', async () => {
  const email = 'appointed@yuntu.example'
  await (await officerAtWork()).invite(email, 'officer', 'en')
  const [ownPage, otherPage, executive] = await Promise.all(
    [firstOfficer, approvingOfficer, executives[1]].map((account) => signedIn(browser, account)),
  )
  const waitingRow = (page = ownPage!) =>
    page.getByRole('region', { name: people.appointments.title }).getByRole('row').filter({ hasText: email })
  await ownPage!.goto(`${reportingUrl}/people`)
  await waitingRow().getByText(approvingOfficer.name).waitFor()
  expect(await waitingRow().getByRole('button', { name: people.appointments.action }).count()).toBe(0)

  await executive!.goto(`${reportingUrl}/people`)
  await executive!.getByText(people.appointments.none).waitFor()
  expect(
    await executive!
      .getByRole('navigation', { name: shell.mainMenu })
      .getByRole('link', { name: shell.people })
      .count(),
  ).toBe(0)

  await otherPage!.goto(`${reportingUrl}/people`)
  await waitingRow(otherPage!).getByRole('button', { name: people.appointments.action }).click()
  const dialog = otherPage!.getByRole('dialog')
  await dialog.getByText(email).waitFor()
  await dialog.getByRole('button', { name: people.appointments.action }).click()
  await dialog.waitFor({ state: 'detached' })
  await waitingRow(otherPage!).waitFor({ state: 'detached' })
  await otherPage!.goto(`${reportingUrl}/people/log`)
  const confirmedRows = otherPage!.getByRole('region', { name: people.appointments.historyTitle }).getByRole('row')
  await confirmedRows.filter({ hasText: email }).getByText(approvingOfficer.name).waitFor()
})
