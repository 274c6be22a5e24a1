export { editionStoreContract, type OpenEditionContractWorld } from './edition-store-contract.ts'
