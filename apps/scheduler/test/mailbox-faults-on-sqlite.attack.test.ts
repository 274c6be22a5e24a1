import { expect, it, onTestFinished } from 'vitest'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import { BrokenMessage, type MessageHandler, PlaceUnreachable } from '../src/bounces/bounce-source.ts'
import { sleep } from './company.ts'
import { type ScriptedMailbox, scriptedMailbox } from './scripted-mailbox.ts'

// A mail server that refuses, sends wrong data, floods, stops responding or disconnects.

const MB = 1024 * 1024
const neverAborted = new AbortController().signal

function reading({ place }: ScriptedMailbox, choices: { readonly maxReadMs?: number } = {}) {
  const source = bounceMailbox(place, { sleep, ...choices })
  onTestFinished(() => source.close())
  const handled: string[] = []
  const skipped: string[] = []
  const poll = async (take: (content: string) => void = () => undefined) => {
    const handler: MessageHandler = {
      async take(raw, { isRetry }) {
        const content = Buffer.from(raw).toString()
        handled.push(`${content}${isRetry ? ' again' : ''}`)
        take(content)
        return 'hard'
      },
      reject: (name) => void skipped.push(name),
    }
    await source.poll(handler, neverAborted)
  }
  return { source, poll, handled, skipped }
}

/** The same numbers from 0 to 1 in every run. */
function numbers(): () => number {
  let at = 7
  return () => {
    at = (at * 48_271) % 2_147_483_647
    return at / 2_147_483_647
  }
}

it.each([0.05, 0.2, 0.4])(
  'loses no bounce if the connection breaks at a share of %s of the commands',
  async (share) => {
    const reports = Array.from({ length: 100 }, (_, n) => `report-${n}`)
    const server = await scriptedMailbox(reports)
    const { poll, handled, skipped } = reading(server)
    const next = numbers()
    server.answerWith(({ verb }) => (verb.startsWith('UID') && next() < share ? 'drop' : null))
    for (let round = 0; round < 2000 && server.remaining().length > 0; round += 1) await poll().catch(() => undefined)
    expect([server.remaining(), skipped]).toEqual([[], []])
    expect([...new Set(handled)].sort()).toEqual(reports.toSorted())
  },
)

it('restores the flags of a bounce that a person has opened, and a broken connection does not lose it', async () => {
  const server = await scriptedMailbox(['one'], ['\\Seen'])
  const { poll, handled } = reading(server)
  const busy = () => {
    throw new Error('database busy')
  }
  await expect(poll(busy)).rejects.toThrow('database busy')
  expect(server.remaining()).toEqual(['one S'])
  server.answerWith(({ line }) => (/-FLAGS.*Flagged/.test(line) ? 'drop' : null))
  await expect(poll(busy)).rejects.toThrow(PlaceUnreachable)
  server.answerWith(() => null)
  // The process crashed there.
  const after = reading(server)
  await after.poll()
  expect([server.remaining(), handled, after.handled]).toEqual([[], ['one', 'one'], ['one again']])
})

it('keeps a message that crashed another process if the connection breaks while it is read again', async () => {
  const server = await scriptedMailbox(['one'], ['\\Flagged'])
  const { poll, handled } = reading(server)
  server.answerWith(({ line }) => (/\+FLAGS.*Deleted/.test(line) ? 'drop' : null))
  await expect(poll()).rejects.toThrow(PlaceUnreachable)
  expect(server.remaining()).toEqual(['one FS'])
  server.answerWith(() => null)
  await poll()
  expect([server.remaining(), handled]).toEqual([[], ['one again', 'one']])
})

it('counts a refused search as a failure, not as an empty mailbox', async () => {
  const server = await scriptedMailbox(['one'])
  const { poll } = reading(server)
  for (const answer of ['NO [SERVERBUG] off', 'BAD what']) {
    server.answerWith(({ tag, verb }) => (verb === 'UID SEARCH' ? `${tag} ${answer}\r\n` : null))
    await expect(poll()).rejects.toThrow(PlaceUnreachable)
  }
  server.answerWith(({ tag, line }) => (line.includes('RFC822.SIZE') ? `${tag} OK nothing\r\n` : null))
  await expect(poll()).rejects.toThrow('tells nothing of the messages it found')
  expect(server.remaining()).toEqual(['one'])
})

it('reads all others if one message is refused, and says which', async () => {
  const server = await scriptedMailbox(['one', 'two', 'three'])
  const { poll, handled } = reading(server)
  server.answerWith(({ tag, verb, line }) =>
    verb === 'UID STORE' && /STORE (1|1,.*|1:.*) \+/.test(line) ? `${tag} NO no\r\n` : null,
  )
  await expect(poll()).rejects.toThrow('let message 1 be changed')
  expect([handled.splice(0).sort(), server.remaining()]).toEqual([['three', 'two'], ['one']])
  server.answerWith(({ tag, line }) => (/FETCH .*BODY/.test(line) ? `${tag} NO cannot be converted\r\n` : null))
  const refusedPoll = poll()
  await expect(refusedPoll).rejects.toThrow()
  await expect(refusedPoll).rejects.not.toBeInstanceOf(PlaceUnreachable)
  expect([handled, server.remaining()]).toEqual([[], ['one']])
  server.answerWith(() => null)
  await poll()
  expect([handled, server.remaining()]).toEqual([['one'], []])
})

it('deletes at the next run what the server did not delete', async () => {
  const server = await scriptedMailbox(['one'])
  const { poll, handled } = reading(server)
  server.answerWith(({ tag, verb }) => (verb === 'UID EXPUNGE' ? `${tag} NO no\r\n` : null))
  await expect(poll()).rejects.toThrow('let message 1 be changed')
  server.answerWith(() => null)
  await poll()
  expect([server.remaining(), handled]).toEqual([[], ['one']])
})

it('reports a rejected message also if the connection breaks afterward', async () => {
  const server = await scriptedMailbox(['broken', 'x'.repeat(MB + 1)])
  const { poll, skipped } = reading(server)
  server.answerWith(({ line }) => (/\+FLAGS.*Seen/.test(line) ? 'drop' : null))
  const fail = () => {
    throw new BrokenMessage('broken')
  }
  await expect(poll(fail)).rejects.toThrow(PlaceUnreachable)
  expect(skipped.toSorted()).toEqual(['1', '2'])
})

it.each([
  ['a message of 300 MB that was said to be small', /FETCH .*BODY/, `* 1 FETCH (UID 1 BODY[]<0> {${300 * MB}}\r\n`],
  ['a line without an end', / NOOP/, '* OK '],
])('limits the size of %s', async (_, where, begin) => {
  const server = await scriptedMailbox(['one'])
  const { poll, handled } = reading(server)
  let sentBytes = 0
  const chunk = Buffer.alloc(MB, 'x')
  server.answerWith(({ line, socket }) => {
    if (!where.test(line)) return null
    const flood = () => {
      while (!socket.destroyed && sentBytes < 300 * MB) {
        sentBytes += chunk.length
        if (!socket.write(chunk)) return void socket.once('drain', flood)
      }
    }
    setImmediate(flood)
    return begin
  })
  await expect(poll()).rejects.toThrow(PlaceUnreachable)
  expect(sentBytes).toBeLessThan(60 * MB)
  expect(handled).toEqual([])
})

it('gives up on a server that lists messages without end', async () => {
  const server = await scriptedMailbox(['one'])
  const { poll } = reading(server)
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `* ${n + 1} FETCH (UID ${n + 1} FLAGS () RFC822.SIZE 3)\r\n`,
  ).join('')
  server.answerWith(({ line }) => (line.includes('RFC822.SIZE') ? rows : null))
  await expect(poll()).rejects.toThrow('more messages than it was asked for')
})

it('ends a read that a server never completes', { timeout: 25_000 }, async () => {
  const server = await scriptedMailbox(['one'])
  const { poll } = reading(server, { maxReadMs: 300 })
  server.answerWith(({ verb }) => (verb === 'UID SEARCH' ? '* OK still here\r\n' : null))
  await expect(poll()).rejects.toThrow(PlaceUnreachable)
})

it('keeps one connection between runs, and ends it at once when the server stops responding', {
  timeout: 25_000,
}, async () => {
  const server = await scriptedMailbox(['one'])
  const { poll, source } = reading(server)
  for (let round = 0; round < 3; round += 1) await poll()
  expect(server.connections()).toBe(1)
  server.answerWith(() => 'silence')
  await source.close()
})

it('logs only codes of the server, no sentence', async () => {
  const server = await scriptedMailbox(['one'])
  const { poll } = reading(server)
  const faultFor = async (answer: string) => {
    server.answerWith(({ tag, verb }) => (verb === 'LOGIN' || verb === 'AUTHENTICATE' ? `${tag} ${answer}\r\n` : null))
    return poll().catch((error: Error) => `${error.message} ${error.stack}`)
  }
  expect(await faultFor('NO [AUTHENTICATIONFAILED] not bounces@faraway.example')).toContain('(AUTHENTICATIONFAILED)')
  for (const answer of ['NO [ann@traveler.example] x', 'NO [X https://survey.example/s/1] bounces@faraway.example'])
    expect(await faultFor(answer)).not.toMatch(/example/i)
})
