import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates } from 'node:tls'
import type { MailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import { type Dovecot, dovecot, trust } from '@wayproof/local-stack/testing/dovecot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import { BrokenMessage, type MessageHandler } from '../src/bounces/bounce-source.ts'
import { sleep } from './company.ts'
import { scriptedMailbox } from './scripted-mailbox.ts'

/** Dovecot's own user for logins, who may not read mail but can own files. */
const MAIL_USER = 8

interface Mailbox {
  readonly server: Dovecot
  readonly place: MailboxPlace
  /** Delivers messages, oldest first. */
  deliver(...messages: readonly string[]): void
  /** Remaining messages: first line, and flags in maildir's notation (F: flagged, S: seen). */
  remaining(): readonly (readonly [string, string])[]
}

async function mailbox(): Promise<Mailbox> {
  const mail = mkdtempSync(join(tmpdir(), 'wayproof-mail-'))
  onTestFinished(() => rmSync(mail, { recursive: true, force: true, maxRetries: 5 }))
  chownSync(mail, MAIL_USER, MAIL_USER)
  const own = (path: string) => {
    mkdirSync(path, { recursive: true })
    chownSync(path, MAIL_USER, MAIL_USER)
    return path
  }
  const folder = own(join(mail, 'bounces'))
  for (const part of ['new', 'cur', 'tmp']) own(join(folder, part))
  const server = await dovecot(mail)
  trust([...getCACertificates('default'), server.certificate])
  let delivered = 0
  return {
    server,
    place: {
      host: 'localhost',
      port: server.tlsPort,
      encryption: 'tls',
      user: 'bounces',
      password: server.password,
      folder: ['INBOX'],
    },
    deliver(...messages) {
      for (const message of messages) {
        delivered += 1
        const file = join(folder, 'new', `${1_700_000_000 + delivered}.M${delivered}.here`)
        writeFileSync(file, message)
        chownSync(file, MAIL_USER, MAIL_USER)
      }
    },
    remaining: () =>
      ['new', 'cur']
        .flatMap((part) => readdirSync(join(folder, part)).map((name) => join(folder, part, name)))
        .map((path): [string, string] => [
          readFileSync(path, 'utf8').split('\n')[0]?.slice(0, 20) ?? '',
          /:2,(\w*)$/.exec(path)?.[1] ?? '',
        ])
        .sort(),
  }
}

const neverAborted = new AbortController().signal

type HandleMessage = MessageHandler['take']

/**
 * A source closed with its test. A read resolves to the number of processed messages and the names of rejected ones.
 */
function reading(place: MailboxPlace) {
  const source = bounceMailbox(place, { sleep })
  onTestFinished(() => source.close())
  return {
    async poll(take: HandleMessage, signal: AbortSignal) {
      const result = { taken: 0, failed: [] as string[] }
      const handler: MessageHandler = {
        async take(raw, message) {
          const report = await take(raw, message)
          result.taken += 1
          return report
        },
        reject: (name) => void result.failed.push(name),
      }
      await source.poll(handler, signal)
      return result
    },
  }
}

const saying = (raw: Uint8Array) => Buffer.from(raw).toString().trim()

describe('a mailbox of bounces on a real dovecot', () => {
  it('reads every message once and deletes it; messages that are no bounce of ours stay, for people', async () => {
    const { place, deliver, remaining } = await mailbox()
    deliver('hard', 'unrelated', 'soft', 'broken', 'x'.repeat(1024 * 1024 + 1))
    const source = reading(place)
    const handled: string[] = []
    const take: HandleMessage = async (raw, { isRetry }) => {
      const content = saying(raw)
      handled.push(`${content}${isRetry ? ' again' : ''}`)
      if (content === 'broken') throw new BrokenMessage('broken')
      return content === 'unrelated' ? 'unrelated' : 'hard'
    }
    expect(await source.poll(take, neverAborted)).toEqual({ taken: 3, failed: ['4', '5'] })
    expect(handled.splice(0)).toEqual(['hard', 'unrelated', 'soft', 'broken'])
    const untouched = [
      ['broken', 'FS'],
      ['unrelated', 'FS'],
      ['x'.repeat(20), 'FS'],
    ]
    expect(remaining()).toEqual(untouched)
    deliver('late')
    expect(await source.poll(take, neverAborted)).toEqual({ taken: 1, failed: [] })
    expect(handled).toEqual(['late'])
    expect(remaining()).toEqual(untouched)
  })

  it('keeps a message that could not be processed for the next run, reads the rest, and reports it', async () => {
    const { place, deliver, remaining } = await mailbox()
    deliver('now not', 'well')
    const source = reading(place)
    let busy = true
    const take: HandleMessage = async (raw) => {
      if (saying(raw) === 'now not' && busy) throw new Error('database busy')
      return 'hard'
    }
    await expect(source.poll(take, neverAborted)).rejects.toThrow('database busy')
    expect(remaining()).toEqual([['now not', '']])
    busy = false
    expect(await source.poll(take, neverAborted)).toEqual({ taken: 1, failed: [] })
    expect(remaining()).toEqual([])
  })

  it('reads a message that crashed its reader once more, after all others, and then never again', async () => {
    const { place, deliver, remaining } = await mailbox()
    deliver('killer', 'well')
    const handled: string[] = []
    /** The process crashes on this message, so this read never ends. */
    const dies = () =>
      new Promise<void>((dead) => {
        const take: HandleMessage = async (raw, { isRetry }) => {
          handled.push(`${saying(raw)}${isRetry ? ' again' : ''}`)
          if (saying(raw) !== 'killer') return 'hard'
          dead()
          return new Promise(() => {})
        }
        void reading(place).poll(take, neverAborted)
      })
    await dies()
    expect(remaining()).toEqual([
      ['killer', 'F'],
      ['well', 'F'],
    ])
    deliver('late')
    await dies()
    expect(handled.splice(0)).toEqual(['killer', 'late', 'killer again'])
    const polling = reading(place).poll(async (raw, { isRetry }) => {
      handled.push(`${saying(raw)}${isRetry ? ' again' : ''}`)
      return 'hard'
    }, neverAborted)
    expect([await polling, handled, remaining()]).toEqual([
      { taken: 1, failed: [] },
      ['well again'],
      [['killer', 'FS']],
    ])
  })

  it('deletes what a crashed reader had only marked as deleted, but no messages of people', async () => {
    const { place, deliver, remaining } = await mailbox()
    deliver('half deleted', 'by hand', 'twice')
    const { ImapFlow } = await import('imapflow')
    const client = new ImapFlow({
      host: place.host,
      port: place.port,
      secure: true,
      logger: false,
      auth: { user: place.user, pass: place.password },
    })
    await client.connect()
    await client.mailboxOpen('INBOX')
    await client.messageFlagsAdd('1', ['\\Flagged', '\\Deleted'])
    await client.messageFlagsAdd('2', ['\\Deleted'])
    await client.messageFlagsAdd('3', ['\\Flagged', '\\Seen', '\\Deleted'])
    await client.logout()
    expect(await reading(place).poll(async () => 'known', neverAborted)).toEqual({ taken: 0, failed: [] })
    expect(remaining()).toEqual([['by hand', 'T']])
  })

  it('continues with a mail server that was unreachable', async () => {
    const { server, place, deliver, remaining } = await mailbox()
    const source = reading(place)
    deliver('first')
    await source.poll(async () => 'hard', neverAborted)
    await server.restart()
    deliver('second')
    expect(await source.poll(async () => 'hard', neverAborted)).toEqual({ taken: 1, failed: [] })
    expect(remaining()).toEqual([])
  })

  it('tells an operator what to fix, without password and address', async () => {
    const { server, place } = await mailbox()
    const fault = (overrides: Partial<MailboxPlace>) =>
      reading({ ...place, ...overrides })
        .poll(async () => 'hard', neverAborted)
        .then(
          () => 'none',
          (error: unknown) => (error instanceof Error ? `${error.message}\n${error.stack}` : ''),
        )
    const refusal = await fault({ password: 'guessed' })
    expect(refusal).toContain('refused the name or the password (AUTHENTICATIONFAILED)')
    expect(await fault({ folder: ['None'] })).toContain('the mailbox has no such folder')
    expect(`${refusal}${await fault({ folder: ['None'] })}`).not.toMatch(/guessed|sample|bounces@/)
    // An address that the certificate does not name.
    expect(await fault({ host: '127.0.0.1' })).toMatch(/altnames/i)
    expect(server.log()).not.toMatch(/Logged in.*guessed/)
  })

  it('requires encryption before the password if the address says imap', async () => {
    const { server, place, deliver } = await mailbox()
    deliver('hard')
    const source = reading({ ...place, port: server.port, encryption: 'starttls' })
    expect(await source.poll(async () => 'hard', neverAborted)).toEqual({ taken: 1, failed: [] })
    expect(server.log()).toMatch(/Logged in.*TLS/)
  })
})

describe('an untrustworthy mail server', () => {
  it('gets no password if it offers no encryption', async () => {
    const { commands, place, answerWith } = await scriptedMailbox([])
    answerWith(({ tag, verb }) =>
      verb === 'CAPABILITY' ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n` : null,
    )
    await expect(reading({ ...place, encryption: 'starttls' }).poll(async () => 'hard', neverAborted)).rejects.toThrow()
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.join('\n')).not.toMatch(/secret|LOGIN|AUTHENTICATE|c2VjcmV0/i)
  })

  it('does not delay the end of the scheduler by not responding', { timeout: 25_000 }, async () => {
    const { place, answerWith } = await scriptedMailbox([])
    answerWith(() => 'silence')
    const abort = new AbortController()
    const polling = reading(place).poll(async () => 'hard', abort.signal)
    setTimeout(() => abort.abort(), 100)
    expect(await polling).toEqual({ taken: 0, failed: [] })
  })
})
