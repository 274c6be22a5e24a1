import { engines } from '@wayproof/database/testing/engines'
import { mappingStoreContract } from '../testing/contracts/mapping-store-contract.ts'
import { mappingStore } from './mapping-store.ts'

// The same suite runs on the in-memory store of packages/evidence.

for (const { engine, open } of engines) mappingStoreContract(engine, async () => mappingStore(await open()))
