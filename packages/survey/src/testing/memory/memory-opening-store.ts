import { fail, ok } from '@wayproof/kernel/outcome'
import type { OpeningStore, WaveRules } from '../../opening/ports.ts'
import { FIRST_GENERATION, type WavePlan } from '../../opening/wave-plan.ts'
import { MARGINS } from '../../sampling/categories.ts'
import { questionnaireOf, waveOfPeriod } from './find-in-memory.ts'
import { countFrame, frameSources, travelersInFrame } from './memory-frame.ts'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryOpeningStore(memory: SurveyMemory): OpeningStore {
  return {
    sealedPlan: async (period) => {
      const memoryWave = waveOfPeriod(memory, period)
      if (!memoryWave) return null
      const { smallestGroup, checklist, cells, dominatedCells, margins } = memoryWave.plan
      const counted = MARGINS.map((margin) => ({
        margin,
        categories: margins.filter((each) => each.margin === margin).length,
      }))
      return {
        smallestGroup,
        noticeVersion: checklist.noticeVersion,
        cells: cells.length,
        dominatedCells,
        margins: counted.toSorted((a, b) => (a.margin < b.margin ? -1 : 1)),
        questionnaire: questionnaireOf(memory, memoryWave.wave),
      }
    },
    improvements: async (period) => memory.improvements.get(period) ?? [],
    rulesInForce: async (period, base) => {
      const changes = memory.ruleChanges.filter(({ from }) => from <= period)
      return Object.assign({ ...base }, ...changes.map(({ rules }) => rules)) as WaveRules
    },
    openWave: async ({ period, frame, planOf }) => {
      if (waveOfPeriod(memory, period)) return fail('wave-exists')
      if (memory.otherOpening) return fail('other-wave-opening')
      const people = travelersInFrame(memory, frame).filter(({ reason }) => reason === null)
      const eligible = people.map(({ traveler: { id, traits } }) => {
        const { locale, tripType, channel, region } = traits
        return { id, locale, tripType, channel, region }
      })
      const { skips } = countFrame(memory, frame)
      const sources = frameSources(memory, frame)
      const plan = planOf({ eligible, skips, registered: memory.travelers.size, sources })
      if (!plan) return fail('no-eligible-travelers')
      writeWave(memory, plan)
      return ok(plan)
    },
  }
}

function writeWave(memory: SurveyMemory, plan: WavePlan): void {
  const { wave, invitations, closesOn, skips } = plan
  memory.waves.set(wave.id, {
    plan,
    wave: { ...wave, status: 'open', sealedClosesAt: wave.closesAt, closedAt: null, unlinkedAt: null, paused: null },
    answered: 0,
    withdrawn: 0,
    answersDeleted: false,
    days: [],
    figures: null,
    skips,
    atResume: { tried: 0, refused: 0, complained: 0 },
    remindedAt: null,
    reminderRounds: 0,
    letterCounts: null,
    tallies: [],
    pairs: [],
  })
  for (const { id, travelerId, cellId } of invitations) {
    const fresh = { generation: FIRST_GENERATION, answered: false, draft: null }
    memory.invitations.set(id, { id, waveId: wave.id, travelerId, cellId, ...fresh })
  }
  const letters = invitations.map(({ id, travelerId }) => ({
    ...{ kind: 'invitation' as const, waveId: wave.id, invitationId: id, travelerId, createdAt: wave.openedAt },
    ...{ generation: FIRST_GENERATION, closesOn, state: 'queued' as const, sentAt: null, reply: null },
  }))
  memory.letters = [...memory.letters, ...letters]
}
