import { mappingStoreContract } from '@wayproof/evidence/store-contracts'
import { engines } from '../testing/engines.ts'
import { mappingStore } from './mapping-store.ts'

// The same suite runs on the in-memory store of packages/evidence.

for (const { engine, open } of engines) mappingStoreContract(engine, async () => mappingStore(await open()))
