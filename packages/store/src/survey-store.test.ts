import {
  answerStoreContract,
  commentStoreContract,
  type OpenContractWorld,
  planStoreContract,
  travelerStoreContract,
  waveStoreContract,
} from '@wayproof/survey/store-contracts'
import { invitations, surveyWorld } from './testing/survey-world.ts'

// The same suites run on the in-memory stores of packages/survey.

const open: OpenContractWorld = async () => {
  const world = await surveyWorld()
  return {
    ports: world.ports,
    setNow: world.setNow,
    invitationIds: () => invitations(world).map(({ id }) => id),
    sendLetters: async () => {
      const send = `UPDATE letter SET state = 'sent', sent_at = ? WHERE state = 'queued'`
      await world.database.write((sql) => sql(send).run(world.ports.clock.now()))
    },
  }
}

answerStoreContract('SQLite', open)
commentStoreContract('SQLite', open)
planStoreContract('SQLite', open)
travelerStoreContract('SQLite', open)
waveStoreContract('SQLite', open)
