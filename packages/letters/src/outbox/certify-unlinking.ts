import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { LONGEST_BACKUP_DAYS } from '@wayproof/survey/opening/checklist'
import type { SurveyStore } from '@wayproof/survey/ports'
import { isAnonymous, type WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type { WaveKeyState } from '@wayproof/survey/waves/wave'
import type { UnlinkingCertificate } from '../letter/letter.ts'
import { type MailNoticePorts, mailNotice } from './mail-notice.ts'

const JOB = 'certify-unlinking'
const LEASE_MS = 60 * 60_000

interface ClaimedRun {
  readonly job: string
  readonly period: PeriodKey
  readonly fence: number
}

export interface CertifyPorts extends MailNoticePorts {
  readonly survey: Pick<SurveyStore, 'waves' | 'funnel'>
  /** Ties between answers and people that the database reveals in a wave. */
  anonymity(period: PeriodKey): Promise<WaveAnonymity | null>
  readonly jobRuns: {
    claimRun(
      job: string,
      period: PeriodKey,
      at: Instant,
      now: Instant,
      leaseUntil: Instant,
      late: boolean,
    ): Promise<ClaimedRun | null>
    finishRun(run: ClaimedRun, outcome: string, now: Instant): Promise<boolean>
  }
  readonly timeZone: string
}

/** An attacked wave. */
export interface CertifiedWave extends Pick<WaveAnonymity, 'tied' | 'answers'> {
  readonly period: PeriodKey
  readonly outcome: 'anonymous' | 'not-anonymous'
}

/** Attacks the file once a wave is unlinked and mails the officers the result, once per wave. Returns the waves. */
export async function certifyUnlinking(ports: CertifyPorts): Promise<readonly CertifiedWave[]> {
  const { survey, jobRuns, clock, timeZone } = ports
  const waves: CertifiedWave[] = []
  for (const { period, status, closesAt, closedAt, unlinkedAt } of await survey.waves()) {
    if (status !== 'unlinked' || closedAt === null || unlinkedAt === null) continue
    const now = clock.now()
    const run = await jobRuns.claimRun(JOB, period, unlinkedAt, now, now + LEASE_MS, false)
    if (!run) continue
    const anonymity = await ports.anonymity(period)
    if (!anonymity) continue
    // It closes at midnight: the last day is that before.
    const closedOn = dateAt(Math.min(closedAt, closesAt - 1), timeZone)
    const certificate = {
      anonymity,
      closedOn,
      unlinkedOn: dateAt(unlinkedAt, timeZone),
      backupsUntil: addDays(closedOn, LONGEST_BACKUP_DAYS),
      key: keyState((await survey.funnel(period))?.key ?? null, timeZone),
    }
    await mailNotice(ports, period, { kind: 'unlinking-certificate', data: certificate })
    const outcome = isAnonymous(anonymity) ? 'anonymous' : 'not-anonymous'
    await jobRuns.finishRun(run, outcome, clock.now())
    waves.push({ period, outcome, tied: anonymity.tied, answers: anonymity.answers })
  }
  return waves
}

function keyState(key: WaveKeyState | null, timeZone: string): NonNullable<UnlinkingCertificate['key']> | null {
  if (key?.lostAt) return { state: 'lost', day: dateAt(key.lostAt, timeZone) }
  return key?.destroyedAt ? { state: 'destroyed', day: dateAt(key.destroyedAt, timeZone) } : null
}
