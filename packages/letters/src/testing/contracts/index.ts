export { editionStoreContract, type OpenEditionContractFixture } from './edition-store-contract.ts'
