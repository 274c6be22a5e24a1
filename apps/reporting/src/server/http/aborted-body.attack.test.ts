import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { served } from '../testing/live-stream.ts'
import { ORIGIN, openApp } from '../testing/open-app.ts'

/** Sends the beginning of a body and leaves. */
async function leave(url: string, path: string, type: string): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\norigin: ${ORIGIN}\r\ncontent-type: ${type}\r\ncontent-length: 900\r\n\r\n{"a":`,
  )
  await new Promise((resolve) => setTimeout(resolve, 30))
  socket.resetAndDestroy()
  await new Promise((resolve) => setTimeout(resolve, 30))
}

test('a caller who leaves in the middle of a body writes no error into the log', async () => {
  const opened = await openApp()
  const { url } = await served(opened)
  for (const path of [
    '/trpc/people.invite',
    '/trpc/session.me',
    '/api/auth/sign-in/email',
    '/api/v1/import/staff',
    '/x',
  ])
    for (const type of ['application/json', 'text/csv']) await leave(url, path, type)
  for (const path of ['/import/travelers', '/policy-bytes/x']) await leave(url, path, 'multipart/form-data; boundary=x')
  expect(opened.logged.filter(({ level }) => level === 'error')).toEqual([])
})
