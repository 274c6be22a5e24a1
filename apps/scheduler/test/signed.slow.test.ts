import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '@wayproof/kernel/system'
import type { PostedLetter } from '@wayproof/letters/outbox/outbox'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, it, onTestFinished } from 'vitest'
import { openCompany } from './company.ts'

const LETTERS = 100
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

it('signs each of its letters so that a receiver verifies it', async () => {
  const company = await openCompany(systemClock)
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [keyFile, dkimFile] = [join(company.folder, 'wayproof.key'), join(company.folder, 'dkim.pem')]
  writeFileSync(keyFile, '09'.repeat(32), { mode: 0o600 })
  writeFileSync(dkimFile, key.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const addresses = Array.from({ length: LETTERS }, (_, n) => `user${n}@faraway.example`)
  const postedLetters = addresses.map(
    (to, n): PostedLetter => ({
      letter: {
        kind: 'user-invitation',
        locale: n % 2 ? 'en' : 'zh-CN',
        data: { userInvitationId: to, role: 'officer' },
      },
      recipient: { kind: 'address', id: to },
      dedupeKey: to,
    }),
  )
  await company.store.outbox.post(postedLetters, systemClock.now())
  const sink = await sinkServer()
  const scheduler = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main], {
    cwd: company.folder,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: company.database.databaseUrl,
      KEY_FILE: keyFile,
      SMTP_URL: sink.url,
      DKIM_DOMAIN: 'faraway.example',
      DKIM_SELECTOR: 'letters',
      DKIM_KEY_FILE: dkimFile,
    },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    if (scheduler.exitCode !== null) return
    scheduler.kill('SIGTERM')
    await once(scheduler, 'exit')
  })
  // The scheduler is compiled at its start, on a busy machine for a minute.
  await expect.poll(() => sink.received.length, { timeout: 120_000 }).toBe(LETTERS)

  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual([...addresses].sort())
  const record = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  for (const { raw } of sink.received) {
    const { results } = await dkimVerify(Buffer.from(raw), { resolver: async () => [[`v=DKIM1; k=rsa; p=${record}`]] })
    expect(results.map(({ status }) => status?.result)).toEqual(['pass'])
  }
})
