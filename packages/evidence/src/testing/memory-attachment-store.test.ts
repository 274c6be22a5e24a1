import { attachmentStoreContract } from './contracts/attachment-store-contract.ts'
import { memoryAttachmentStore } from './memory-attachment-store.ts'

// The same suite runs on the SQLite store of packages/store.

attachmentStoreContract('memory', async () => {
  const rows = new Map([
    ['partner-audits', ['["p1","2025-05-01"]']],
    ['partners', ['["p1"]']],
  ] as const)
  return memoryAttachmentStore({ rows, attachments: [], files: new Map() })
})
