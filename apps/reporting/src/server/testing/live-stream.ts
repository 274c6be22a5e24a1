import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import type { HeardChange } from '../live/changes-for.ts'
import type { openApp } from './open-app.ts'

type App = Pick<Awaited<ReturnType<typeof openApp>>, 'app' | 'look'>

/** Serves the app on a port of its own; returns its address. */
export async function served({ app }: App) {
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}

/** Subscribes as a browser does. `headers` are those of the response. */
export async function subscribe(url: string, cookie: string, openedFor = 0) {
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const answer = await fetch(
    `${url}/trpc/live.changes?input=${encodeURIComponent(JSON.stringify({ json: { openedFor } }))}`,
    {
      headers: { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip' },
      signal: ending.signal,
    },
  )
  const events = eventsOf(answer.body ?? new ReadableStream())
  const first = await events.next()
  /** The next event that is no heartbeat; null after the end. */
  const next = async () => {
    for (;;) {
      const { value, done } = await events.next()
      if (done) return null
      if (value.event !== 'ping') return value
    }
  }
  return {
    headers: answer.headers,
    first: first.value,
    next,
    change: async (): Promise<HeardChange | null> => {
      const heard = await next()
      return heard && heard.event === 'message' ? JSON.parse(heard.data).json : null
    },
    leave: () => ending.abort(),
  }
}

async function* eventsOf(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of body) {
    text += decoder.decode(part, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks.filter((candidate) => candidate.trim() !== '')) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      yield { event: field('event') ?? 'message', data: field('data') ?? '' }
    }
  }
}
