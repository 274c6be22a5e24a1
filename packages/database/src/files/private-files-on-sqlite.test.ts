import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { storePlace } from '../installation/store-settings.ts'
import { closeFiles, folderOfOthers } from './private-files.ts'

/** A folder with these files, all readable and writable by everyone. */
function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true, mode: 0o777 })
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o666)
  }
  chmodSync(folder, 0o777)
  return folder
}

const modeOf = (...path: readonly string[]) => (statSync(join(...path)).mode & 0o777).toString(8)

test('in a shared folder only our own files lose the permissions of others', () => {
  const shared = folderWith('journal.log', 'wayproof-20260101T000000.backup', 'report.docx', 'photos/one.jpg')
  const place = storePlace({ DATA_DIR: folderWith(), BACKUP_DIR: shared })
  expect(folderOfOthers(place)).toBeNull()
  const closed = closeFiles(place)
  expect(closed).toEqual(expect.arrayContaining([join(shared, 'journal.log')]))
  expect(['journal.log', 'wayproof-20260101T000000.backup'].map((name) => modeOf(shared, name))).toEqual(['600', '600'])
  expect([modeOf(shared), modeOf(shared, 'report.docx'), modeOf(shared, 'photos/one.jpg')]).toEqual([
    '777',
    '666',
    '666',
  ])
})

test('our own data folder is closed with everything that this product makes', () => {
  const data = folderWith('wayproof.db', 'wayproof.db-wal', 'wayproof.key', 'outbox/a.eml', 'backups/journal.log')
  const closed = closeFiles(storePlace({ DATA_DIR: data }))
  expect(closed).toHaveLength(8)
  for (const name of ['.', 'outbox', 'backups']) expect(modeOf(data, name)).toBe('700')
  for (const name of ['wayproof.db', 'wayproof.key', 'outbox/a.eml']) expect(modeOf(data, name)).toBe('600')
})

test('a folder with only files of others is no data folder and no folder of backups', () => {
  const others = folderWith('letter.txt')
  expect(folderOfOthers(storePlace({ DATA_DIR: others }))).toBe('DATA_DIR')
  expect(folderOfOthers(storePlace({ DATA_DIR: folderWith(), BACKUP_DIR: others }))).toBe('BACKUP_DIR')
  const empty = folderWith('.hidden', 'start.log')
  mkdirSync(join(empty, 'lost+found'))
  expect(folderOfOthers(storePlace({ DATA_DIR: empty, BACKUP_DIR: join(empty, 'new') }))).toBeNull()
})
