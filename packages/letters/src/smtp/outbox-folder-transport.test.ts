import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, it, onTestFinished } from 'vitest'
import { composeMessage } from '../message/compose-message.ts'
import { outboxFolderTransport } from './outbox-folder-transport.ts'

it('writes each letter as one file that a mail program opens, replaces it at a repeat, and reports none as sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-letters-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const transport = outboxFolderTransport(join(folder, 'outbox'))
  const message = {
    messageId: '<0f8fad5b@faraway.example>',
    from: { name: 'Faraway', address: 'privacy@faraway.example' },
    to: 'ann@traveler.example',
    returnTo: 'privacy@faraway.example',
    subject: '隐私保护调查',
    html: '<p>您好</p>',
    text: '您好',
    headers: {},
    at: new Date(0),
  }
  for (const text of ['您好', '您好！'])
    expect(await transport.send(await composeMessage({ ...message, text }))).toEqual({
      outcome: 'written',
      reply: '0f8fad5b@faraway.example.eml',
    })
  expect(readdirSync(join(folder, 'outbox'))).toEqual(['0f8fad5b@faraway.example.eml'])
  const mail = await PostalMime.parse(readFileSync(join(folder, 'outbox', '0f8fad5b@faraway.example.eml')))
  expect(mail).toMatchObject({ subject: '隐私保护调查', to: [{ address: 'ann@traveler.example' }] })
  expect(mail.text?.trim()).toBe('您好！')
})
