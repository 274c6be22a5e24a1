import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { bundlePrograms, root } from '../scripts/bundle-program.ts'
import { copyPackage } from '../scripts/release/copy-package.ts'

const folder = 'packages/letters/src/pdf'
const compiler = 'packages/letters/node_modules/@myriaddreamin/typst-ts-node-compiler'
const font = 'packages/letters/node_modules/@expo-google-fonts/noto-sans-sc'

test('the bundled worker thread of a release creates a report PDF', async () => {
  const outFolder = mkdtempSync(join(tmpdir(), 'wayproof-bundle-'))
  onTestFinished(() => rmSync(outFolder, { recursive: true, force: true }))
  const entries = { 'report-thread': `${folder}/report-thread.ts` }
  await bundlePrograms({ entries, folder, target: outFolder, canStartBundles: true, isSingleFile: true })
  writeFileSync(join(outFolder, 'package.json'), '{ "type": "module" }')
  for (const part of ['package.json', '400Regular', '600SemiBold']) {
    mkdirSync(dirname(join(outFolder, font, part)), { recursive: true })
    cpSync(join(root, font, part), join(outFolder, font, part), { recursive: true, dereference: true })
  }
  copyPackage(join(root, compiler), root, outFolder)
  const thread = new Worker(join(outFolder, folder, 'report-thread.js'), { execArgv: [] })
  onTestFinished(async () => void (await thread.terminate()))
  const content = {
    subject: 'Report',
    kicker: 'Faraway',
    headline: '隐私保护报告',
    blocks: [],
    foot: [],
    issuedOn: '2026-02-20',
  }
  thread.postMessage({ content, locale: 'en', links: {} })
  const [answer] = await once(thread, 'message')
  expect(answer).toMatchObject({ ok: true })
  expect(Buffer.from(answer.pdf).toString('latin1', 0, 5)).toBe('%PDF-')
})
