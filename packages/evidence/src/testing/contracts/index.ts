export type { RightsLetter } from '../memory-rights-store.ts'
export { rightsStoreContract } from './rights-store-contract.ts'
export { whistleStoreContract } from './whistle-store-contract.ts'
