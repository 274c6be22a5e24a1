import { ROLE_OF } from '@wayproof/accounts/accounts/person'
import { engines } from '@wayproof/database/testing/engines'
import { editionStoreContract } from '../testing/contracts/edition-store-contract.ts'
import { editionStore } from './edition-records.ts'

// The same suite runs on the in-memory store of packages/letters.
for (const { engine, open } of engines)
  editionStoreContract(engine, async () => {
    const database = await open()
    let letters = 0
    const next = () => {
      letters += 1
      return `letter-${letters}`
    }
    return {
      editions: editionStore(database, { ids: { next } }),
      addReader: async ({ id, name, reader, locale }) => {
        const { user } = await database.records()
        const role = reader === 'executive' ? reader : ROLE_OF[reader]
        const moments = { createdAt: new Date(0), updatedAt: new Date(0) }
        await user.create({
          data: { id, name, email: `${id}@company.example`, emailVerified: true, role, locale, ...moments },
        })
      },
      recipients: async () => {
        const { letter } = await database.records()
        const letters = await letter.findMany({ orderBy: { id: 'asc' } })
        return letters.map(({ recipientId }) => recipientId)
      },
    }
  })
