import { expect, it, onTestFinished } from 'vitest'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import { BrokenMessage, type MessageTaker, PlaceUnreachable } from '../src/bounces/bounce-source.ts'
import { sleep } from './company.ts'
import { type ScriptedMailbox, scriptedMailbox } from './scripted-mailbox.ts'

// A mail server that refuses, sends wrong data, floods, stops responding or disconnects.

const MB = 1024 * 1024
const never = new AbortController().signal

function reading({ place }: ScriptedMailbox, choices: { readonly longestLook?: number } = {}) {
  const source = bounceMailbox(place, { sleep, ...choices })
  onTestFinished(() => source.close())
  const seen: string[] = []
  const aside: string[] = []
  const look = async (take: (said: string) => void = () => undefined) => {
    const taker: MessageTaker = {
      async take(raw, { again }) {
        const said = Buffer.from(raw).toString()
        seen.push(`${said}${again ? ' again' : ''}`)
        take(said)
        return 'hard'
      },
      reject: (name) => void aside.push(name),
    }
    await source.look(taker, never)
  }
  return { source, look, seen, aside }
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
    const { look, seen, aside } = reading(server)
    const next = numbers()
    server.lie(({ verb }) => (verb.startsWith('UID') && next() < share ? 'drop' : null))
    for (let looks = 0; looks < 2000 && server.left().length > 0; looks += 1) await look().catch(() => undefined)
    expect([server.left(), aside]).toEqual([[], []])
    expect([...new Set(seen)].sort()).toEqual(reports.toSorted())
  },
)

it('restores the flags of a bounce that a person has opened, and a broken connection does not lose it', async () => {
  const server = await scriptedMailbox(['one'], ['\\Seen'])
  const { look, seen } = reading(server)
  const busy = () => {
    throw new Error('database busy')
  }
  await expect(look(busy)).rejects.toThrow('database busy')
  expect(server.left()).toEqual(['one S'])
  server.lie(({ line }) => (/-FLAGS.*Flagged/.test(line) ? 'drop' : null))
  await expect(look(busy)).rejects.toThrow(PlaceUnreachable)
  server.lie(() => null)
  // The process crashed there.
  const after = reading(server)
  await after.look()
  expect([server.left(), seen, after.seen]).toEqual([[], ['one', 'one'], ['one again']])
})

it('keeps a message that crashed another process if the connection breaks while it is read again', async () => {
  const server = await scriptedMailbox(['one'], ['\\Flagged'])
  const { look, seen } = reading(server)
  server.lie(({ line }) => (/\+FLAGS.*Deleted/.test(line) ? 'drop' : null))
  await expect(look()).rejects.toThrow(PlaceUnreachable)
  expect(server.left()).toEqual(['one FS'])
  server.lie(() => null)
  await look()
  expect([server.left(), seen]).toEqual([[], ['one again', 'one']])
})

it('counts a refused search as a failure, not as an empty mailbox', async () => {
  const server = await scriptedMailbox(['one'])
  const { look } = reading(server)
  for (const answer of ['NO [SERVERBUG] off', 'BAD what']) {
    server.lie(({ tag, verb }) => (verb === 'UID SEARCH' ? `${tag} ${answer}\r\n` : null))
    await expect(look()).rejects.toThrow(PlaceUnreachable)
  }
  server.lie(({ tag, line }) => (line.includes('RFC822.SIZE') ? `${tag} OK nothing\r\n` : null))
  await expect(look()).rejects.toThrow('tells nothing of the messages it found')
  expect(server.left()).toEqual(['one'])
})

it('reads all others if one message is refused, and says which', async () => {
  const server = await scriptedMailbox(['one', 'two', 'three'])
  const { look, seen } = reading(server)
  server.lie(({ tag, verb, line }) =>
    verb === 'UID STORE' && /STORE (1|1,.*|1:.*) \+/.test(line) ? `${tag} NO no\r\n` : null,
  )
  await expect(look()).rejects.toThrow('let message 1 be changed')
  expect([seen.splice(0).sort(), server.left()]).toEqual([['three', 'two'], ['one']])
  server.lie(({ tag, line }) => (/FETCH .*BODY/.test(line) ? `${tag} NO cannot be converted\r\n` : null))
  const refused = look()
  await expect(refused).rejects.toThrow()
  await expect(refused).rejects.not.toBeInstanceOf(PlaceUnreachable)
  expect([seen, server.left()]).toEqual([[], ['one']])
  server.lie(() => null)
  await look()
  expect([seen, server.left()]).toEqual([['one'], []])
})

it('deletes at the next run what the server did not delete', async () => {
  const server = await scriptedMailbox(['one'])
  const { look, seen } = reading(server)
  server.lie(({ tag, verb }) => (verb === 'UID EXPUNGE' ? `${tag} NO no\r\n` : null))
  await expect(look()).rejects.toThrow('let message 1 be changed')
  server.lie(() => null)
  await look()
  expect([server.left(), seen]).toEqual([[], ['one']])
})

it('reports a rejected message also if the connection breaks afterward', async () => {
  const server = await scriptedMailbox(['broken', 'x'.repeat(MB + 1)])
  const { look, aside } = reading(server)
  server.lie(({ line }) => (/\+FLAGS.*Seen/.test(line) ? 'drop' : null))
  const broken = () => {
    throw new BrokenMessage('broken')
  }
  await expect(look(broken)).rejects.toThrow(PlaceUnreachable)
  expect(aside.toSorted()).toEqual(['1', '2'])
})

it.each([
  ['a message of 300 MB that was said to be small', /FETCH .*BODY/, `* 1 FETCH (UID 1 BODY[]<0> {${300 * MB}}\r\n`],
  ['a line without an end', / NOOP/, '* OK '],
])('limits the size of %s', async (_, where, begin) => {
  const server = await scriptedMailbox(['one'])
  const { look, seen } = reading(server)
  let sent = 0
  const piece = Buffer.alloc(MB, 'x')
  server.lie(({ line, socket }) => {
    if (!where.test(line)) return null
    const flood = () => {
      while (!socket.destroyed && sent < 300 * MB) {
        sent += piece.length
        if (!socket.write(piece)) return void socket.once('drain', flood)
      }
    }
    setImmediate(flood)
    return begin
  })
  await expect(look()).rejects.toThrow(PlaceUnreachable)
  expect(sent).toBeLessThan(60 * MB)
  expect(seen).toEqual([])
})

it('gives up on a server that lists messages without end', async () => {
  const server = await scriptedMailbox(['one'])
  const { look } = reading(server)
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `* ${n + 1} FETCH (UID ${n + 1} FLAGS () RFC822.SIZE 3)\r\n`,
  ).join('')
  server.lie(({ line }) => (line.includes('RFC822.SIZE') ? rows : null))
  await expect(look()).rejects.toThrow('more messages than it was asked for')
})

it('ends a read that a server never completes', { timeout: 10_000 }, async () => {
  const server = await scriptedMailbox(['one'])
  const { look } = reading(server, { longestLook: 300 })
  server.lie(({ verb }) => (verb === 'UID SEARCH' ? '* OK still here\r\n' : null))
  await expect(look()).rejects.toThrow(PlaceUnreachable)
})

it('keeps one connection between runs, and ends it at once when the server stops responding', {
  timeout: 8000,
}, async () => {
  const server = await scriptedMailbox(['one'])
  const { look, source } = reading(server)
  for (let looks = 0; looks < 3; looks += 1) await look()
  expect(server.connections()).toBe(1)
  server.lie(() => 'silence')
  await source.close()
})

it('logs only codes of the server, no sentence', async () => {
  const server = await scriptedMailbox(['one'])
  const { look } = reading(server)
  const told = async (answer: string) => {
    server.lie(({ tag, verb }) => (verb === 'LOGIN' || verb === 'AUTHENTICATE' ? `${tag} ${answer}\r\n` : null))
    return look().catch((error: Error) => `${error.message} ${error.stack}`)
  }
  expect(await told('NO [AUTHENTICATIONFAILED] not bounces@faraway.example')).toContain('(AUTHENTICATIONFAILED)')
  for (const answer of ['NO [ann@traveler.example] x', 'NO [X https://survey.example/s/1] bounces@faraway.example'])
    expect(await told(answer)).not.toMatch(/example/i)
})
