export { whistleStoreContract } from './whistle-store-contract.ts'
