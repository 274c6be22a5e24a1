import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import { BrokenMessage, type MessageTaker } from '../src/bounces/bounce-source.ts'
import type { MailboxPlace } from '../src/bounces/mailbox-place.ts'
import { sleep } from './company.ts'
import { type Dovecot, dovecot, dovecotIsThere, trust } from './dovecot.ts'
import { scriptedMailbox } from './scripted-mailbox.ts'

const there = dovecotIsThere() || process.env.CI !== undefined
if (!there)
  process.stderr.write(
    'SKIPPED: no mailbox was read over IMAP, because dovecot is not installed (apt-get install dovecot-imapd) or this is not root\n',
  )

/** Dovecot's own user for logins, who may not read mail but can own files. */
const MAIL_USER = 8

interface Mailbox {
  readonly server: Dovecot
  readonly place: MailboxPlace
  /** Delivers messages, oldest first. */
  put(...messages: readonly string[]): void
  /** Remaining messages: first line, and flags in maildir's notation (F: flagged, S: seen). */
  left(): readonly (readonly [string, string])[]
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
    put(...messages) {
      for (const message of messages) {
        delivered += 1
        const file = join(folder, 'new', `${1_700_000_000 + delivered}.M${delivered}.here`)
        writeFileSync(file, message)
        chownSync(file, MAIL_USER, MAIL_USER)
      }
    },
    left: () =>
      ['new', 'cur']
        .flatMap((part) => readdirSync(join(folder, part)).map((name) => join(folder, part, name)))
        .map((path): [string, string] => [
          readFileSync(path, 'utf8').split('\n')[0]?.slice(0, 20) ?? '',
          /:2,(\w*)$/.exec(path)?.[1] ?? '',
        ])
        .sort(),
  }
}

const never = new AbortController().signal

type TakeMessage = MessageTaker['take']

/**
 * A source closed with its test. A read resolves to the number of processed messages and the names of rejected ones.
 */
function reading(place: MailboxPlace) {
  const source = bounceMailbox(place, { sleep })
  onTestFinished(() => source.close())
  return {
    async look(take: TakeMessage, signal: AbortSignal) {
      const found = { taken: 0, failed: [] as string[] }
      const taker: MessageTaker = {
        async take(raw, message) {
          const report = await take(raw, message)
          found.taken += 1
          return report
        },
        reject: (name) => void found.failed.push(name),
      }
      await source.look(taker, signal)
      return found
    },
  }
}

const saying = (raw: Uint8Array) => Buffer.from(raw).toString().trim()

describe.runIf(there)('a mailbox of bounces on a real dovecot', { timeout: 30_000 }, () => {
  it('reads every message once and deletes it; messages that are no bounce of ours stay, for people', async () => {
    const { place, put, left } = await mailbox()
    put('hard', 'unrelated', 'soft', 'broken', 'x'.repeat(1024 * 1024 + 1))
    const source = reading(place)
    const seen: string[] = []
    const take: TakeMessage = async (raw, { again }) => {
      const said = saying(raw)
      seen.push(`${said}${again ? ' again' : ''}`)
      if (said === 'broken') throw new BrokenMessage('broken')
      return said === 'unrelated' ? 'unrelated' : 'hard'
    }
    expect(await source.look(take, never)).toEqual({ taken: 3, failed: ['4', '5'] })
    expect(seen.splice(0)).toEqual(['hard', 'unrelated', 'soft', 'broken'])
    const kept = [
      ['broken', 'FS'],
      ['unrelated', 'FS'],
      ['x'.repeat(20), 'FS'],
    ]
    expect(left()).toEqual(kept)
    put('late')
    expect(await source.look(take, never)).toEqual({ taken: 1, failed: [] })
    expect(seen).toEqual(['late'])
    expect(left()).toEqual(kept)
  })

  it('keeps a message that could not be processed for the next run, reads the rest, and reports it', async () => {
    const { place, put, left } = await mailbox()
    put('now not', 'well')
    const source = reading(place)
    let busy = true
    const take: TakeMessage = async (raw) => {
      if (saying(raw) === 'now not' && busy) throw new Error('database busy')
      return 'hard'
    }
    await expect(source.look(take, never)).rejects.toThrow('database busy')
    expect(left()).toEqual([['now not', '']])
    busy = false
    expect(await source.look(take, never)).toEqual({ taken: 1, failed: [] })
    expect(left()).toEqual([])
  })

  it('reads a message that crashed its reader once more, after all others, and then never again', async () => {
    const { place, put, left } = await mailbox()
    put('killer', 'well')
    const seen: string[] = []
    /** The process crashes on this message, so this read never ends. */
    const dies = () =>
      new Promise<void>((dead) => {
        const take: TakeMessage = async (raw, { again }) => {
          seen.push(`${saying(raw)}${again ? ' again' : ''}`)
          if (saying(raw) !== 'killer') return 'hard'
          dead()
          return new Promise(() => {})
        }
        void reading(place).look(take, never)
      })
    await dies()
    expect(left()).toEqual([
      ['killer', 'F'],
      ['well', 'F'],
    ])
    put('late')
    await dies()
    expect(seen.splice(0)).toEqual(['killer', 'late', 'killer again'])
    const look = reading(place).look(async (raw, { again }) => {
      seen.push(`${saying(raw)}${again ? ' again' : ''}`)
      return 'hard'
    }, never)
    expect([await look, seen, left()]).toEqual([{ taken: 1, failed: [] }, ['well again'], [['killer', 'FS']]])
  })

  it('deletes what a crashed reader had only marked as deleted, but no messages of people', async () => {
    const { place, put, left } = await mailbox()
    put('half deleted', 'by hand', 'twice')
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
    expect(await reading(place).look(async () => 'known', never)).toEqual({ taken: 0, failed: [] })
    expect(left()).toEqual([['by hand', 'T']])
  })

  it('continues with a mail server that was unreachable', async () => {
    const { server, place, put, left } = await mailbox()
    const source = reading(place)
    put('first')
    await source.look(async () => 'hard', never)
    await server.restart()
    put('second')
    expect(await source.look(async () => 'hard', never)).toEqual({ taken: 1, failed: [] })
    expect(left()).toEqual([])
  })

  it('tells an operator what to fix, without password and address', async () => {
    const { server, place } = await mailbox()
    const fault = (wrong: Partial<MailboxPlace>) =>
      reading({ ...place, ...wrong })
        .look(async () => 'hard', never)
        .then(
          () => 'none',
          (error: unknown) => (error instanceof Error ? `${error.message}\n${error.stack}` : ''),
        )
    const refused = await fault({ password: 'guessed' })
    expect(refused).toContain('refused the name or the password (AUTHENTICATIONFAILED)')
    expect(await fault({ folder: ['None'] })).toContain('the mailbox has no such folder')
    expect(`${refused}${await fault({ folder: ['None'] })}`).not.toMatch(/guessed|sample|bounces@/)
    // An address that the certificate does not name.
    expect(await fault({ host: '127.0.0.1' })).toMatch(/altnames/i)
    expect(server.log()).not.toMatch(/Logged in.*guessed/)
  })

  it('requires encryption before the password if the address says imap', async () => {
    const { server, place, put } = await mailbox()
    put('hard')
    const source = reading({ ...place, port: server.port, encryption: 'starttls' })
    expect(await source.look(async () => 'hard', never)).toEqual({ taken: 1, failed: [] })
    expect(server.log()).toMatch(/Logged in.*TLS/)
  })
})

describe('an untrustworthy mail server', () => {
  it('gets no password if it offers no encryption', async () => {
    const { heard, place, lie } = await scriptedMailbox([])
    lie(({ tag, verb }) => (verb === 'CAPABILITY' ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n` : null))
    await expect(reading({ ...place, encryption: 'starttls' }).look(async () => 'hard', never)).rejects.toThrow()
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.join('\n')).not.toMatch(/secret|LOGIN|AUTHENTICATE|c2VjcmV0/i)
  })

  it('does not delay the end of the scheduler by not responding', { timeout: 10_000 }, async () => {
    const { place, lie } = await scriptedMailbox([])
    lie(() => 'silence')
    const stopping = new AbortController()
    const look = reading(place).look(async () => 'hard', stopping.signal)
    setTimeout(() => stopping.abort(), 100)
    expect(await look).toEqual({ taken: 0, failed: [] })
  })
})
