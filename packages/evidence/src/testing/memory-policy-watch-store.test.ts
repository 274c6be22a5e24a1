import { policyWatchStoreContract } from './contracts/policy-watch-store-contract.ts'
import { emptyPolicyWatch, memoryPolicyWatchStore } from './memory-policy-watch-store.ts'
import { website } from './policy-watch-fixture.ts'

// The same suite runs on the SQLite store of packages/store.

policyWatchStoreContract('memory', async () => {
  const memory = emptyPolicyWatch()
  memory.pages = [website, { ...website, language: 'zh-CN' }]
  memory.versions = [
    { version: '6', approvedOn: '2025-01-01', inForceOn: '2025-01-01' },
    { version: '7', approvedOn: '2026-01-01', inForceOn: '2026-02-01' },
  ]
  return memoryPolicyWatchStore(memory)
})
