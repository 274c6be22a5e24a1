import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bounceFolder } from '../bind-ports.ts'
import { BrokenMessage, type MessageHandler, type ReadMessage } from './bounce-source.ts'

function folderWith(files: Readonly<Record<string, string>>, folders = ['new', 'cur', 'tmp']): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-bounces-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of folders) mkdirSync(join(folder, part))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}
const remainingFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
/** Reads once; resolves to the number of processed messages and the names of rejected ones. */
async function readBounceFolder(folder: string, take: (raw: Uint8Array, message: ReadMessage) => Promise<unknown>) {
  const result = { taken: 0, failed: [] as string[] }
  const handler: MessageHandler = {
    async take(raw, message) {
      await take(raw, message)
      result.taken += 1
      return 'known'
    },
    reject: (name) => void result.failed.push(name),
  }
  await bounceFolder(folder).poll(handler, new AbortController().signal)
  return result
}

const text = (raw: Uint8Array) => Buffer.from(raw).toString()

describe('the folder of bounces', () => {
  it('reads every message of a maildir once and deletes it, but no unfinished or other files', async () => {
    const untouchedFiles = {
      'dovecot-uidlist': '3 V1',
      'dovecot.index.log': '\u0001',
      maildirfolder: '',
      '.hidden': 'e',
    }
    const folder = folderWith({ 'new/1': 'a', 'cur/2:2,S': 'b', 'tmp/3': 'd', ...untouchedFiles })
    const handledTexts: string[] = []
    const readFolder = () => readBounceFolder(folder, async (raw) => handledTexts.push(text(raw)))
    expect(await readFolder()).toEqual({ taken: 2, failed: [] })
    expect(await readFolder()).toEqual({ taken: 0, failed: [] })
    expect(handledTexts).toEqual(['a', 'b'])
    expect(remainingFiles(folder)).toEqual([...Object.keys(untouchedFiles), 'tmp/3'].sort())
  })

  it('reads every message of a plain folder once and deletes it', async () => {
    const folder = folderWith({ '1': 'a', '2': 'b', '.hidden': 'e' }, [])
    const handledTexts: string[] = []
    const readFolder = () => readBounceFolder(folder, async (raw) => handledTexts.push(text(raw)))
    expect(await readFolder()).toEqual({ taken: 2, failed: [] })
    expect(await readFolder()).toEqual({ taken: 0, failed: [] })
    expect(handledTexts).toEqual(['a', 'b'])
    expect(remainingFiles(folder)).toEqual(['.hidden'])
  })

  it('moves a broken or oversized message to the failed folder, and reads the rest', async () => {
    const folder = folderWith({ 'new/1': 'broken', 'new/2': 'x'.repeat(1024 * 1024 + 1), 'new/3': 'well' })
    const handledTexts: string[] = []
    const result = await readBounceFolder(folder, async (raw) => {
      if (text(raw) === 'broken') throw new BrokenMessage('broken')
      handledTexts.push(text(raw))
    })
    expect([result, handledTexts]).toEqual([{ taken: 1, failed: ['1', '2'] }, ['well']])
    expect(remainingFiles(folder)).toEqual(['failed/1', 'failed/2'])
  })

  it('keeps a message that could not be processed for the next run, reads the rest, and reports it', async () => {
    const folder = folderWith({ 'new/1': 'now not', 'new/2': 'well' })
    const firstRead = readBounceFolder(folder, async (raw) => {
      if (text(raw) === 'now not') throw new Error('database busy')
    })
    await expect(firstRead).rejects.toThrow('database busy')
    expect(remainingFiles(folder)).toEqual(['new/1'])
  })

  it('reads a message that crashed its reader once more, after all others, and then never again', async () => {
    const folder = folderWith({ 'new/1': 'killer', 'new/2': 'well', 'cur/3': 'well, too' })
    const handledTexts: string[] = []
    /** The process crashes on this message, so this read never ends. */
    const dies = (message: string) =>
      new Promise<void>((dead) => {
        const take = async (raw: Uint8Array, { isRetry }: ReadMessage) => {
          handledTexts.push(`${text(raw)}${isRetry ? ' again' : ''}`)
          if (text(raw) !== message) return
          dead()
          await new Promise(() => {})
        }
        void readBounceFolder(folder, take)
      })
    await dies('killer')
    expect(handledTexts.splice(0)).toEqual(['killer'])
    expect(remainingFiles(folder)).toEqual(['cur/3', 'new/2', 'reading/1'])
    await dies('killer')
    expect(handledTexts.splice(0)).toEqual(['well', 'well, too', 'killer again'])
    expect(remainingFiles(folder)).toEqual(['failed/1'])
    const firstRead = readBounceFolder(folder, async (raw) => handledTexts.push(text(raw)))
    expect([await firstRead, handledTexts]).toEqual([{ taken: 0, failed: [] }, []])
  })

  it('reads a message again if its reader crashed for another reason', async () => {
    const folder = folderWith({ 'reading/1': 'well', 'reading/2': 'now not', 'reading/3': 'broken' })
    const firstRead = readBounceFolder(folder, async (raw) => {
      if (text(raw) === 'now not') throw new Error('database busy')
      if (text(raw) === 'broken') throw new BrokenMessage('broken')
    })
    await expect(firstRead).rejects.toThrow('database busy')
    expect(remainingFiles(folder)).toEqual(['failed/3', 'reading/2'])
  })

  it('reads a file as a message even if it is named like a maildir folder', async () => {
    const folder = folderWith({ new: 'a' }, [])
    expect(await readBounceFolder(folder, async () => undefined)).toEqual({ taken: 1, failed: [] })
  })

  it('allows two concurrent readers', async () => {
    const folder = folderWith({ 'new/1': 'a', 'new/2': 'b', 'new/3': 'c' })
    const result = await readBounceFolder(folder, async () => rmSync(join(folder, 'new', '2'), { force: true }))
    expect(result).toEqual({ taken: 2, failed: [] })
  })

  it('follows no link, and finds nothing if the folder does not exist', async () => {
    const folder = folderWith({})
    const secret = join(folderWith({ secret: 'secret' }), 'secret')
    symlinkSync(secret, join(folder, 'new', '1'))
    expect(await readBounceFolder(folder, async () => undefined)).toEqual({ taken: 0, failed: [] })
    expect(await readBounceFolder(join(folder, 'none'), async () => undefined)).toEqual({ taken: 0, failed: [] })
  })
})
