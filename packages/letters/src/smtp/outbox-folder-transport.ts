import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wholeMessage } from '../message/compose-message.ts'
import type { Transport } from './transport.ts'

/** Writes each letter as an `.eml` file instead of sending it. Named by Message-ID, so a repeat replaces itself. */
export function outboxFolderTransport(folder: string): Transport {
  return {
    kind: 'folder',
    place: folder,
    async send(message) {
      const name = `${message.messageId.replace(/[^\w.@-]/g, '')}.eml`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, name)
      await writeFile(`${path}.part`, wholeMessage(message), { encoding: 'latin1', mode: 0o600 })
      await rename(`${path}.part`, path)
      return { outcome: 'written', reply: name }
    },
    check: async () => null,
    close: async () => undefined,
  }
}
