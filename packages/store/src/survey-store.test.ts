import {
  answerStoreContract,
  commentStoreContract,
  type OpenContractFixture,
  planStoreContract,
  travelerStoreContract,
  waveStoreContract,
} from '@wayproof/survey/store-contracts'
import { engines } from './testing/engines.ts'
import { invitations, surveyOn } from './testing/survey-world.ts'

// The same suites run on the in-memory stores of packages/survey.

const SEND = `UPDATE letter SET state = 'sent', sent_at = @now WHERE state = 'queued'`

for (const { engine, open } of engines) {
  const openWorld: OpenContractFixture = async () => {
    const world = await surveyOn(await open())
    return {
      ports: world.ports,
      setNow: world.setNow,
      invitationIds: async () => (await invitations(world)).map(({ id }) => id),
      sendLetters: async () => {
        const now = new Date(world.ports.clock.now())
        await world.database.write((query) => query.run(SEND, { now }))
      },
    }
  }
  answerStoreContract(engine, openWorld)
  commentStoreContract(engine, openWorld)
  planStoreContract(engine, openWorld)
  travelerStoreContract(engine, openWorld)
  waveStoreContract(engine, openWorld)
}
