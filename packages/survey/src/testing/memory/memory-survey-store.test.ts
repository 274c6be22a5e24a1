import { answerStoreContract } from '../contracts/answer-store-contract.ts'
import { commentStoreContract } from '../contracts/comment-store-contract.ts'
import type { OpenContractFixture } from '../contracts/contract-fixture.ts'
import { planStoreContract } from '../contracts/plan-store-contract.ts'
import { travelerStoreContract } from '../contracts/traveler-store-contract.ts'
import { waveStoreContract } from '../contracts/wave-store-contract.ts'
import { memoryFixture, sendLetters } from '../memory-fixture.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractFixture = async () => {
  const fixture = memoryFixture()
  return {
    ports: fixture.ports,
    setNow: fixture.setNow,
    invitationIds: async () => [...fixture.memory.invitations.keys()].sort(),
    sendLetters: () => sendLetters(fixture),
  }
}

answerStoreContract('memory', open)
commentStoreContract('memory', open)
planStoreContract('memory', open)
travelerStoreContract('memory', open)
waveStoreContract('memory', open)
