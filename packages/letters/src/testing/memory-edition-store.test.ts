import { editionStoreContract } from './contracts/edition-store-contract.ts'
import { emptyEditions, memoryEditionStore } from './memory-edition-store.ts'

// The use cases are tested on this store, so it must behave as the database does.

editionStoreContract('memory', async () => {
  const memory = emptyEditions(null)
  return {
    editions: memoryEditionStore(memory),
    addReader: (reader) => {
      memory.readers = [...memory.readers, reader]
    },
    recipients: () => memory.outbox.letters.map(({ recipient }) => recipient.id),
  }
})
